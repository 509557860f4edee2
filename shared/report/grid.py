"""Tables read back out of the text that `tables` makes, so that a browser can show real ones."""

from __future__ import annotations

import re
from dataclasses import dataclass

from shared.messages import report as words
from shared.report.layout import cells, lines_of, pad
from shared.report.tables import MAX_ROWS

_RULE = re.compile(r"-+(  -+)*")
_BELOW = (words.NO_ROWS, words.FIRST_ROWS.format(count=MAX_ROWS))


@dataclass(frozen=True)
class Grid:
    """A table: names of columns, rows of values, a note for each row (or `""`), and lines that follow below."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]
    below: tuple[str, ...]


def read(text: str) -> Grid | None:
    """The table that the text is, or None where it is anything else."""
    lines = lines_of(text)
    if len(lines) < 2 or not _RULE.fullmatch(lines[1]):
        return None
    widths = [len(rule) for rule in lines[1].split("  ")]
    head = _row(lines[0], widths)
    if head is None or head[1]:
        return None
    rows: list[tuple[str, ...]] = []
    notes: list[str] = []
    below: list[str] = []
    for line in lines[2:]:
        found = None if below or line in _BELOW else _row(line, widths)
        if found is None:
            below.append(line)
        else:
            rows.append(found[0])
            notes.append(found[1])
    return Grid(head[0], tuple(rows), tuple(notes), tuple(below))


def _row(line: str, widths: list[int]) -> tuple[tuple[str, ...], str] | None:
    """Values and note of one line, or None where it does not stand on the columns."""
    values, rest = [], line
    for width in widths:
        value, rest = _cut(rest, width)
        values.append(value.rstrip())
        if rest and not rest.startswith("  "):
            return None
        rest = rest[2:]
    grid = "  ".join(map(pad, values, widths))
    note = rest.strip()
    whole = f"{grid}  {note}" if note else grid.rstrip()
    return (tuple(values), note) if whole == line.rstrip() else None


def _cut(text: str, width: int) -> tuple[str, str]:
    end = 0
    while end < len(text) and cells(text[: end + 1]) <= width:
        end += 1
    return text[:end], text[end:]
