"""A file of queries: one block for each, under a line `-- name: <name>`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEAD = re.compile(r"^\s*--\s*name\s*:\s*(?P<name>\S+)\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Block:
    """One query: its name, its text without the line of the name, and that line's number (from 1)."""

    name: str
    sql: str
    line: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing but comments and blanks stands in it."""
        return not without_comments(self.sql).strip(" \t\r\n;")


def read(text: str) -> dict[str, Block]:
    """All blocks by name, in the order of the file. Of two blocks with one name the last counts."""
    found: dict[str, Block] = {}
    name, line, lines = "", 0, list[str]()
    for number, written in enumerate([*text.lstrip("\ufeff").splitlines(), "-- name: END"], 1):
        head = _HEAD.match(written)
        if head is None:
            lines.append(written)
            continue
        if name:
            found[name] = Block(name, "\n".join(lines).strip(), line)
        name, line, lines = head["name"], number, []
    return found


def names_twice(text: str) -> list[str]:
    """Names that more than one block has."""
    names = [head["name"] for line in text.splitlines() if (head := _HEAD.match(line))]
    return sorted({name for name in names if names.count(name) > 1})


def without_comments(sql: str) -> str:
    """The text with comments replaced by blanks; quotes are respected."""
    pattern = r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|/\*.*?(?:\*/|\Z)"""
    return re.sub(pattern, lambda found: found[0] if found[0][0] in "'\"" else " ", sql, flags=re.DOTALL)
