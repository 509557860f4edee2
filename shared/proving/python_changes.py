"""Small changes to Python: another comparison, another constant, a statement or an argument less."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import libcst as cst

Change = tuple[cst.CSTNode, cst.CSTNode]

COMPARISONS: dict[type[cst.BaseCompOp], Callable[[], cst.BaseCompOp]] = {
    cst.Equal: cst.NotEqual,
    cst.NotEqual: cst.Equal,
    cst.LessThan: cst.LessThanEqual,
    cst.LessThanEqual: cst.LessThan,
    cst.GreaterThan: cst.GreaterThanEqual,
    cst.GreaterThanEqual: cst.GreaterThan,
    cst.In: cst.NotIn,
    cst.NotIn: cst.In,
    cst.Is: cst.IsNot,
    cst.IsNot: cst.Is,
}
OPERATORS: dict[type[cst.BaseBinaryOp], Callable[[], cst.BaseBinaryOp]] = {
    cst.Add: cst.Subtract,
    cst.Subtract: cst.Add,
    cst.Multiply: cst.Add,
    cst.Divide: cst.Multiply,
    cst.FloorDivide: cst.Multiply,
    cst.BitOr: cst.BitAnd,
}
PASS = cst.SimpleStatementLine([cst.Pass()])


def changed(text: str, _: str = ".py") -> Iterator[str]:
    """The text with each change made alone."""
    module = cst.parse_module(text)
    for node, other in _Changes.of(module):
        yield cst.ensure_type(module.deep_replace(node, other), cst.Module).code


class _Changes(cst.CSTVisitor):
    """Collects what can be changed. What is never run, or only names things for people, is left alone."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Change] = []

    @classmethod
    def of(cls, module: cst.Module) -> Sequence[Change]:
        visitor = cls()
        module.visit(visitor)
        return visitor.found

    def visit_Annotation(self, node: cst.Annotation) -> bool:
        return False

    def visit_Import(self, node: cst.Import) -> bool:
        return False

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:
        return False

    def visit_SimpleStatementLine(self, node: cst.SimpleStatementLine) -> bool:
        only = node.body[0] if len(node.body) == 1 else None
        if isinstance(only, cst.Expr) and isinstance(only.value, (cst.SimpleString, cst.ConcatenatedString)):
            return False  # a docstring
        if not isinstance(only, (cst.Import, cst.ImportFrom, cst.Pass)):
            self._add(node, PASS)
        return True

    def visit_Comparison(self, node: cst.Comparison) -> None:
        for target in node.comparisons:
            other = COMPARISONS.get(type(target.operator))
            if other is not None:
                self._add(target.operator, other())

    def visit_BooleanOperation(self, node: cst.BooleanOperation) -> None:
        self._add(node.operator, cst.Or() if isinstance(node.operator, cst.And) else cst.And())

    def visit_UnaryOperation(self, node: cst.UnaryOperation) -> None:
        if isinstance(node.operator, cst.Not):
            self._add(node, node.expression)

    def visit_BinaryOperation(self, node: cst.BinaryOperation) -> None:
        other = OPERATORS.get(type(node.operator))
        if other is not None:
            self._add(node.operator, other())

    def visit_If(self, node: cst.If) -> bool:
        if cst.Module([]).code_for_node(node.test).startswith("__name__"):
            node.body.visit(self)
            return False
        self._add(node.test, cst.UnaryOperation(cst.Not(), _grouped(node.test)))
        return True

    def visit_Integer(self, node: cst.Integer) -> None:
        self._add(node, cst.Integer(str(node.evaluated_value + 1)))

    def visit_Float(self, node: cst.Float) -> None:
        self._add(node, cst.Float(str(node.evaluated_value + 1)))

    def visit_Name(self, node: cst.Name) -> None:
        other = {"True": "False", "False": "True"}.get(node.value)
        if other:
            self._add(node, cst.Name(other))

    def visit_SimpleString(self, node: cst.SimpleString) -> None:
        value = node.raw_value
        self._add(node, node.with_changes(value=f"{node.prefix}{node.quote}{value}x{node.quote}"))
        if value:
            self._add(node, node.with_changes(value=f"{node.prefix}{node.quote}{node.quote}"))

    def visit_FormattedStringText(self, node: cst.FormattedStringText) -> None:
        self._add(node, node.with_changes(value=f"{node.value}x"))

    def visit_Decorator(self, node: cst.Decorator) -> None:
        self._add(node, cst.RemovalSentinel.REMOVE)

    def visit_Call(self, node: cst.Call) -> None:
        for arg in node.args:
            if arg.keyword is not None:
                rest = [one for one in node.args if one is not arg]
                self._add(node, node.with_changes(args=rest))

    def visit_Return(self, node: cst.Return) -> None:
        if isinstance(node.value, cst.Tuple) and len(node.value.elements) > 1:
            self._add(node.value, node.value.elements[0].value)

    def _add(self, node: cst.CSTNode, other: Any) -> None:
        self.found.append((node, other))


def _grouped(node: cst.BaseExpression) -> cst.BaseExpression:
    return node.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
