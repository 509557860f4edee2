"""Expected and got in a browser: marked where they differ, tables as tables, long values folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from markupsafe import Markup

from shared.messages import report as words
from shared.messages import report_html as html_words
from shared.report.difference import first_difference, first_different_line, is_single_line
from shared.report.folding import HEAD_CHARACTERS, HEAD_LINES, MAX_CHARACTERS, MAX_LINES
from shared.report.grid import Grid, read
from shared.report.layout import lines_of
from shared.report.markup import NOTHING, block, element, folded, joined, shown

CONTEXT = 3
MAX_ROWS = 100
SHORTEST = 3
MAX_COMPARED = 2000
"""Lines of each side that are compared; to compare takes time with the square of them."""


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
    return _lines(lines_of(expected), lines_of(got), joined(*_wholes(expected, got)), _note(expected, got))


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
    sides = _marked(expected, got)
    said = words.differs(found.index, found.expected, found.got).split("\n")
    note = element("p", said[0], *(joined(element("br"), line) for line in said[1:]), class_="note")
    left, right = (element("pre", element("code", side)) for side in sides)
    return _pair(left, right, note)


def _marked(expected: str, got: str) -> tuple[Markup, Markup]:
    """Both lines, with `<ins>` around what should have come and `<del>` around what came in its place."""
    left, right = [], []
    a = c = 0
    for same in SequenceMatcher(None, expected, got, autojunk=False).get_matching_blocks():
        if 0 < same.size < SHORTEST and same.a > 0 and same.a + same.size < len(expected):
            continue  # a letter or two that both have by chance
        one, other = _seen(expected[a : same.a]), _seen(got[c : same.b])
        left.append(element("ins", one) if one else NOTHING)
        right.append(element("del", other) if other else NOTHING)
        a, c = same.a + same.size, same.b + same.size
        left.append(shown(_seen(expected[same.a : a])))
        right.append(shown(_seen(got[same.b : c])))
    return joined(*left), joined(*right)


def _seen(text: str) -> str:
    return text.replace("\t", "\\t").replace("\r\n", "\n").replace("\n", "\u21b5")


def _note(expected: str, got: str) -> Markup:
    line = first_different_line(expected, got)
    return element("p", words.line_differs(line), class_="note") if line is not None else NOTHING


def _whole(text: str, label: str = "") -> Markup:
    return folded(label + html_words.WHOLE.format(lines=len(lines_of(text)), characters=len(text)), block(text))


def _wholes(*texts: str) -> Iterator[Markup]:
    for label, text in zip((words.EXPECTED, words.GOT), texts, strict=True):
        if len(lines_of(text)) > MAX_LINES or len(text) > MAX_CHARACTERS:
            yield _whole(text, f"{label}. ")


def _lines(expected: Sequence[str], got: Sequence[str], wholes: Markup, note: Markup) -> Markup:
    rows = list(_rows(expected[:MAX_COMPARED], got[:MAX_COMPARED]))
    shown = rows[:MAX_ROWS]
    if len(rows) > MAX_ROWS:
        shown.append(_across(html_words.MORE_LINES.format(count=len(rows) - MAX_ROWS)))
    head = element(
        "tr",
        *(element("th", label, scope="col", role="columnheader") for label in (words.EXPECTED, words.GOT)),
        role="row",
    )
    made = element(
        "table",
        element("thead", head, role="rowgroup"),
        element("tbody", *shown, role="rowgroup"),
        class_="lines",
        role="table",
    )
    return joined(made, note, wholes)


def _rows(expected: Sequence[str], got: Sequence[str]) -> Iterator[Markup]:
    for kind, a, b, c, d in SequenceMatcher(None, expected, got, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from _changed(expected[a:b], got[c:d])
            continue
        same = expected[a:b]
        skipped = len(same) - 2 * CONTEXT
        if skipped <= 1:
            yield from (_row(line, line, "same") for line in same)
        else:
            yield from (_row(line, line, "same") for line in same[:CONTEXT])
            yield _across(html_words.SAME_LINES.format(count=skipped))
            yield from (_row(line, line, "same") for line in same[-CONTEXT:])


def _changed(expected: Sequence[str], got: Sequence[str]) -> Iterator[Markup]:
    for place in range(max(len(expected), len(got))):
        left = expected[place] if place < len(expected) else None
        right = got[place] if place < len(got) else None
        if left is None or right is None or first_difference(left, right) is None:
            yield _row(left, right, "other")
        else:
            yield _row(*_marked(left, right), "other")


def _row(expected: str | None, got: str | None, kind: str) -> Markup:
    sides = []
    for name, label, mark, line in (
        ("expected", words.EXPECTED, "ins", expected),
        ("got", words.GOT, "del", got),
    ):
        if line is None:
            sides.append(element("td", class_=f"{name} none", role="cell"))
            continue
        whole_line_differs = kind == "other" and not isinstance(line, Markup)
        inside = element("code", element(mark, line or " ") if whole_line_differs else line)
        narrow = element("span", label, class_="side") if kind == "other" else NOTHING
        sides.append(element("td", narrow, inside, class_=name, role="cell"))
    return element("tr", *sides, class_=kind, role="row")


def _across(text: str) -> Markup:
    return element("tr", element("td", text, colspan=2, role="cell"), class_="between", role="row")
