"""The functions that a submission has for Socket.IO events, as its text shows them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from shared.messages import socketio as words
from shared.probes.mismatch import Mismatch
from shared.probes.source import Source, dotted
from shared.verdict import Where


@dataclass(frozen=True)
class Handler:
    """A handler of one event. `parameters` are those by position, without `self`."""

    event: str
    where: Where
    parameters: tuple[str, ...]
    takes_any: bool
    tree: ast.FunctionDef

    @property
    def calls(self) -> frozenset[str]:
        """The last names of everything that it calls: `emit` for `sio.emit(...)`."""
        found = (dotted(node.func) for node in ast.walk(self.tree) if isinstance(node, ast.Call))
        return frozenset(name.rpartition(".")[2] for name in found)

    @property
    def returns_value(self) -> bool:
        """Whether one of its `return` lines has a value."""
        return any(isinstance(node, ast.Return) and node.value is not None for node in ast.walk(self.tree))


def handlers(source: Source) -> list[Handler]:
    """All handlers that are registered in one of the usual ways, in the order of the text."""
    return [handler for file in _python(source) for handler in _handlers(source, file)]


def handler(source: Source, event: str) -> Handler | None:
    """The handler of one event: the last one, as the library keeps only that."""
    found = [one for one in handlers(source) if one.event == event]
    return found[-1] if found else None


def must_name(source: Source, event: str) -> None:
    """Spare the waiting for an answer that cannot come.

    Raises:
        Mismatch: the event's name stands nowhere in the code, so nothing can answer it.
    """
    if not any(_names(source.tree(file), event) for file in _python(source)):
        raise Mismatch(words.NO_HANDLER.format(event=event), expected=words.HANDLER.format(event=event), got=words.NONE)


def _python(source: Source) -> list[str]:
    return [name for name in source.names() if name.endswith(".py")]


def _names(tree: ast.Module | None, event: str) -> bool:
    if tree is None:
        return True  # what cannot be read may hold anything
    spellings = {event, f"on_{event}"}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name in spellings:
            return True
        if isinstance(node, ast.Constant) and node.value == event:
            return True
    return False


def _handlers(source: Source, file: str) -> Iterator[Handler]:
    for function in source.functions(file):
        names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
        is_method = bool(names) and names[0] == "self"
        events = [_event(decorator, function.name) for decorator in function.decorator_list]
        if is_method and function.name.startswith("on_"):
            events.append(function.name[3:])
        for event in events:
            if event:
                where = Where(file, function.lineno)
                takes_any = function.args.vararg is not None
                yield Handler(event, where, tuple(names[is_method:]), takes_any, function)


def _event(decorator: ast.expr, function: str) -> str | None:
    call = decorator if isinstance(decorator, ast.Call) else None
    name = dotted(call.func if call else decorator).rpartition(".")[2]
    if name == "event":
        return function
    if name == "on" and call is not None and call.args and isinstance(call.args[0], ast.Constant):
        return str(call.args[0].value)
    return None
