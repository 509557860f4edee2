"""The learner's files as text. They are read and parsed here, never run."""

from __future__ import annotations

import ast
import io
import re
import tokenize
import warnings
from collections.abc import Iterator, Mapping

from shared.probes.parsing import tree_of

MAX_PARSED, MAX_LINE = 100_000, 10_000
"""Characters of a file and of a line. Longer ones can keep Python's parser busy for minutes, or crash it: a chain of
300,000 calls ends a Python 3.10."""


class Source:
    """The files of a submission (handed in over starter) by their relative paths."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    def exists(self, path: str) -> bool:
        """Whether there is such a file."""
        return path in self._files

    def names(self) -> list[str]:
        """All paths, sorted."""
        return sorted(self._files)

    def text(self, path: str) -> str:
        """A file as text, without a byte order mark; empty where it does not exist."""
        text = self._files.get(path, b"").decode("utf-8-sig", errors="replace")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def tree(self, path: str) -> ast.Module | None:
        """A Python file parsed, or None where it does not parse (or is longer than anybody writes)."""
        text = self.text(path)
        if not _is_tame(text):
            return None
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return tree_of(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None

    def has(self, path: str, pattern: str) -> bool:
        """Whether a line of code matches a regular expression. Comments of Python are left out."""
        return self.line(path, pattern) is not None

    def line(self, path: str, pattern: str) -> int | None:
        """Number of the first line of code that matches a regular expression."""
        text = self.text(path)
        lines = _without_comments(text) if path.endswith(".py") else text.split("\n")
        return next((number for number, line in enumerate(lines, 1) if re.search(pattern, line)), None)

    def calls(self, path: str) -> list[tuple[str, ast.Call]]:
        """All calls in a Python file with their dotted names (`app.run`), in the order of the file."""
        tree = self.tree(path)
        found = [(dotted(node.func), node) for node in ast.walk(tree) if isinstance(node, ast.Call)] if tree else []
        return sorted(found, key=lambda call: (call[1].lineno, call[1].col_offset))

    def functions(self, path: str) -> Iterator[ast.FunctionDef]:
        """All functions of a Python file."""
        tree = self.tree(path)
        if tree is not None:
            yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _is_tame(text: str) -> bool:
    return len(text) <= MAX_PARSED and max(map(len, text.split("\n"))) <= MAX_LINE


def _without_comments(text: str) -> list[str]:
    lines = text.split("\n")
    tokens = tokenize.generate_tokens(io.StringIO(text).readline) if _is_tame(text) else ()
    try:
        for token in tokens:
            if token.type == tokenize.COMMENT:
                row, column = token.start
                lines[row - 1] = lines[row - 1][:column].rstrip()
    except (tokenize.TokenError, SyntaxError, ValueError):  # broken from here on: whole lines can still be told
        pass
    return ["" if line.lstrip().startswith("#") else line for line in lines]


def dotted(node: ast.expr) -> str:
    """`app.run` for the expression app.run; empty for what is no chain of names."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(names)]) if isinstance(node, ast.Name) else ""
