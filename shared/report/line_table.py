"""Values of several lines side by side, line by line; on a narrow screen one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from markupsafe import Markup

from shared.messages import report as words
from shared.messages import report_html as html_words
from shared.report.difference import first_difference
from shared.report.layout import lines_of
from shared.report.marks import marked
from shared.report.markup import NOTHING, element

CONTEXT = 3
"""Equal lines that are shown before and after different ones."""
MAX_ROWS = 100
MAX_COMPARED = 2000
"""Lines of each side that are compared; that takes time with the square of them."""


def line_table(expected: str, got: str, labels: tuple[str, str] = (words.EXPECTED, words.GOT)) -> Markup:
    """Both values under these labels; where there are very many lines, the first of them."""
    rows = list(_rows(lines_of(expected)[:MAX_COMPARED], lines_of(got)[:MAX_COMPARED], labels))
    shown = rows[:MAX_ROWS]
    if len(rows) > MAX_ROWS:
        shown.append(_across(html_words.MORE_LINES.format(count=len(rows) - MAX_ROWS)))
    head = element(
        "tr",
        *(element("th", label, scope="col", role="columnheader") for label in labels),
        role="row",
    )
    return element(
        "table",
        element("thead", head, role="rowgroup"),
        element("tbody", *shown, role="rowgroup"),
        class_="lines",
        role="table",
    )


def _rows(expected: Sequence[str], got: Sequence[str], labels: tuple[str, str]) -> Iterator[Markup]:
    for kind, a, b, c, d in SequenceMatcher(None, expected, got, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from _changed(expected[a:b], got[c:d], labels)
            continue
        same = expected[a:b]
        skipped = len(same) - 2 * CONTEXT
        if skipped <= 1:
            yield from (_row(line, line, "same", labels) for line in same)
        else:
            yield from (_row(line, line, "same", labels) for line in same[:CONTEXT])
            yield _across(html_words.SAME_LINES.format(count=skipped))
            yield from (_row(line, line, "same", labels) for line in same[-CONTEXT:])


def _changed(expected: Sequence[str], got: Sequence[str], labels: tuple[str, str]) -> Iterator[Markup]:
    for place in range(max(len(expected), len(got))):
        left = expected[place] if place < len(expected) else None
        right = got[place] if place < len(got) else None
        if left is None or right is None or first_difference(left, right) is None:
            yield _row(left, right, "other", labels)
        else:
            yield _row(*marked(left, right), "other", labels)


def _row(expected: str | None, got: str | None, kind: str, labels: tuple[str, str]) -> Markup:
    sides = []
    for name, label, mark, line in (
        ("expected", labels[0], "ins", expected),
        ("got", labels[1], "del", got),
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
