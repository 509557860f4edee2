"""Expected and got in a browser: marked where they differ, tables as tables, long values folded."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from shared.messages import report as words
from shared.messages import report_html as html_words
from shared.report.difference import first_difference, first_different_line, is_single_line
from shared.report.folding import HEAD_CHARACTERS, HEAD_LINES, MAX_CHARACTERS, MAX_LINES
from shared.report.grid import Grid, read
from shared.report.layout import lines_of
from shared.report.line_table import line_table
from shared.report.marks import marked
from shared.report.markup import NOTHING, block, element, folded, joined


def comparison(expected: str | None, got: str | None) -> Markup:
    """Both values, or the one there is."""
    if expected is None or got is None:
        return _pair(_maybe(expected), _maybe(got))
    grids = read(expected), read(got)
    if any(grids):
        return _pair(_table_or_value(grids[0], expected), _table_or_value(grids[1], got), class_="comparison tables")
    if is_single_line(expected) and is_single_line(got):
        return _single(expected, got)
    if is_single_line(expected) or is_single_line(got):
        return _pair(value(expected), value(got), _note(expected, got))
    return joined(line_table(expected, got), _note(expected, got), *_wholes(expected, got))


def value(text: str) -> Markup:
    """One value, whole; of a very long one the beginning, and the whole behind a fold."""
    lines = lines_of(text)
    if not lines:
        return element("p", words.EMPTY, class_="empty")
    if len(lines) <= MAX_LINES and len(text) <= MAX_CHARACTERS:
        return block(text)
    head = "\n".join(lines[:HEAD_LINES])[:HEAD_CHARACTERS]
    return joined(block(f"{head}\n…"), _whole(text))


def table(grid: Grid) -> Markup:
    """A table of a database; rows that the other one does not have carry their note."""
    noted = any(grid.notes)
    head = [element("th", name, scope="col") for name in grid.columns]
    if noted:
        head.append(element("th", html_words.ROW_NOTE, scope="col"))
    rows = [
        element(
            "tr",
            *(element("td", cell) for cell in row),
            *([element("td", note)] if noted else []),
            class_="differs" if note else None,
        )
        for row, note in zip(grid.rows, grid.notes, strict=True)
    ]
    made = element("table", element("thead", element("tr", *head)), element("tbody", *rows), class_="rows")
    return joined(element("div", made, class_="wide", tabindex=0), *(element("p", line) for line in grid.below))


def _maybe(text: str | None) -> Markup | None:
    return None if text is None else value(text)


def _table_or_value(grid: Grid | None, text: str) -> Markup:
    return value(text) if grid is None else table(grid)


def _pair(expected: Markup | None, got: Markup | None, note: Markup = NOTHING, *, class_: str = "comparison") -> Markup:
    named = ((words.EXPECTED, "expected", expected), (words.GOT, "got", got))
    sides = [
        element("div", element("dt", label), element("dd", inside), class_=name)
        for label, name, inside in named
        if inside is not None
    ]
    return joined(element("dl", *sides, class_=class_), note) if sides else NOTHING


def _single(expected: str, got: str) -> Markup:
    found = first_difference(expected, got)
    if found is None:
        return _pair(value(expected), value(got))
    said = words.differs(found.index, found.expected, found.got).split("\n")
    note = element("p", said[0], *(joined(element("br"), line) for line in said[1:]), class_="note")
    if max(len(expected), len(got)) > MAX_CHARACTERS:
        return _pair(value(expected), value(got), note)
    left, right = (element("pre", element("code", side)) for side in marked(expected, got))
    return _pair(left, right, note)


def _note(expected: str, got: str) -> Markup:
    line = first_different_line(expected, got)
    return element("p", words.line_differs(line), class_="note") if line is not None else NOTHING


def _whole(text: str, label: str = "") -> Markup:
    return folded(label + html_words.WHOLE.format(lines=len(lines_of(text)), characters=len(text)), block(text))


def _wholes(*texts: str) -> Iterator[Markup]:
    for label, text in zip((words.EXPECTED, words.GOT), texts, strict=True):
        if len(lines_of(text)) > MAX_LINES or len(text) > MAX_CHARACTERS:
            yield _whole(text, f"{label}. ")
