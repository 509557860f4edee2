"""Two tables for a terminal: what was expected and what came, with the rows marked in which they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from shared.messages import report as words
from shared.report.layout import cells, pad, visible

MAX_ROWS = 25
MAX_CELL = 24

Row = Sequence[Any]


def compare(
    expected: Sequence[Row],
    got: Sequence[Row],
    columns: tuple[Sequence[str], Sequence[str]],
    *,
    ordered: bool = False,
) -> tuple[str, str]:
    """Both tables as text. `columns` are the names of the one and of the other.

    Unless `ordered`, a row is marked where the other table does not hold it, or not as often.
    """
    if ordered and _counted(expected) == _counted(got):
        notes = _out_of_order(expected, got)
        return table(columns[0], expected, notes[0]), table(columns[1], got, notes[1])
    missing = _marks(expected, got, words.ROW_MISSING)
    extra = _marks(got, expected, words.ROW_EXTRA)
    return table(columns[0], expected, missing), table(columns[1], got, extra)


def table(columns: Sequence[str], rows: Sequence[Row], notes: Sequence[str] = ()) -> str:
    """A table as text, each row followed by its note. Columns are aligned on a grid where Hangul takes two places."""
    if not columns:
        return words.NO_TABLE
    shown = [[_shortened(visible(name)) for name in columns]]
    shown += [[cell(value) for value in row] for row in rows[:MAX_ROWS]]
    widths = [max(map(cells, column)) for column in zip(*shown, strict=True)]
    lines = ["  ".join(map(pad, line, widths)) for line in shown]
    lines.insert(1, "  ".join("-" * width for width in widths))
    for place, note in enumerate(notes[:MAX_ROWS], 2):
        lines[place] += f"  {note}" if note else ""
    if len(rows) > MAX_ROWS:
        lines.append(words.FIRST_ROWS.format(count=MAX_ROWS))
    if not rows:
        lines.append(words.NO_ROWS)
    return "\n".join(line.rstrip() for line in lines)


def cell(value: Any) -> str:
    """One value on one line. Text stands in quotes where it could be taken for something else."""
    if value is None:
        return "NULL"
    if not isinstance(value, str):
        return _shortened(f"X'{value.hex()}'" if isinstance(value, bytes) else str(value))
    shown = visible(value).replace("\n", "\\n").replace("\t", "\\t")
    return _shortened(f"'{shown}'" if _looks_like_another(value) else shown)


def _looks_like_another(text: str) -> bool:
    if text != text.strip() or text.upper() in ("", "NULL"):
        return True
    try:
        float(text)
    except ValueError:
        return False
    return True


def _shortened(text: str) -> str:
    return text if len(text) <= MAX_CELL else text[: MAX_CELL - 1] + "…"


def _marks(rows: Sequence[Row], others: Sequence[Row], note: str) -> list[str]:
    left = _counted(others)
    notes = []
    for row in rows:
        notes.append("" if left[_key(row)] > 0 else note)
        left[_key(row)] -= 1
    return notes


def _out_of_order(expected: Sequence[Row], got: Sequence[Row]) -> tuple[list[str], list[str]]:
    """Marks for the few rows that would have to move."""
    notes = [words.ROW_ELSEWHERE] * len(expected), [words.ROW_ELSEWHERE] * len(got)
    rows = [_key(row) for row in expected], [_key(row) for row in got]
    for block in SequenceMatcher(None, *rows, autojunk=False).get_matching_blocks():
        notes[0][block.a : block.a + block.size] = [""] * block.size
        notes[1][block.b : block.b + block.size] = [""] * block.size
    return notes


def _counted(rows: Sequence[Row]) -> Counter[tuple[Any, ...]]:
    return Counter(map(_key, rows))


def _key(row: Row) -> tuple[Any, ...]:
    """1, 1.0 and True are equal to Python, and three different values to a reader."""
    return tuple((type(value), value) for value in row)
