"""Two lines of text with marks on the pieces in which they differ."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from os.path import commonprefix

from markupsafe import Markup

from shared.report.markup import NOTHING, element, joined, shown

MAX_COMPARED = 400
"""Characters that are compared one by one; that takes time with the square of them."""
SHORTEST = 3
"""Fewer characters are the same in two lines by chance."""


def marked(expected: str, got: str) -> tuple[Markup, Markup]:
    """Both lines, with `<ins>` around what should have come and `<del>` around what came in its place."""
    start = len(commonprefix((expected, got)))
    end = len(commonprefix((expected[start:][::-1], got[start:][::-1])))
    middles = expected[start : len(expected) - end], got[start : len(got) - end]
    left, right = [shown(_seen(expected[:start]))], [shown(_seen(expected[:start]))]
    for one, other, both in _apart(*middles):
        left += [element("ins", _seen(one)) if one else NOTHING, shown(_seen(both))]
        right += [element("del", _seen(other)) if other else NOTHING, shown(_seen(both))]
    last = shown(_seen(expected[len(expected) - end :]))
    return joined(*left, last), joined(*right, last)


def _apart(one: str, other: str) -> Iterator[tuple[str, str, str]]:
    """Pieces in which two texts differ, each with the piece behind it that both have."""
    a = b = 0
    if max(len(one), len(other)) <= MAX_COMPARED:
        for same in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
            if same.size >= SHORTEST:
                yield one[a : same.a], other[b : same.b], one[same.a : same.a + same.size]
                a, b = same.a + same.size, same.b + same.size
    yield one[a:], other[b:], ""


def _seen(text: str) -> str:
    return text.replace("\t", "\\t").replace("\r\n", "\n").replace("\n", "\u21b5")
