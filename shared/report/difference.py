"""Where two values begin to differ."""

from __future__ import annotations

from dataclasses import dataclass

from shared.messages.checking import STATUS
from shared.report.layout import lines_of


@dataclass(frozen=True)
class Difference:
    """The first place where two lines differ: an index from 0, and the character there (None where a line ended)."""

    index: int
    expected: str | None
    got: str | None


def is_single_line(text: str) -> bool:
    """Whether the text is one line; a line end after it does not count."""
    return len(lines_of(text)) <= 1


def first_difference(expected: str, got: str) -> Difference | None:
    """The first difference of two similar single lines; None for equal ones and for ones that share too little.

    None for two status codes as well: a place among our own words helps nobody.
    """
    if expected == got or not (is_single_line(expected) and is_single_line(got)):
        return None
    if expected.startswith(STATUS) and got.startswith(STATUS):
        return None
    same = _shared_start(expected, got)
    rest_expected, rest_got = expected[same:], got[same:]
    shared = same + _shared_start(rest_expected[::-1], rest_got[::-1])
    if shared * 2 < min(len(expected), len(got)) or shared == 0:
        return None
    return Difference(same, rest_expected[:1] or None, rest_got[:1] or None)


def first_different_line(expected: str, got: str) -> int | None:
    """The first line, from 1, in which two texts differ whose beginnings are the same; else None."""
    lines_expected, lines_got = lines_of(expected), lines_of(got)
    same = 0
    for one, other in zip(lines_expected, lines_got, strict=False):
        if one != other:
            break
        same += 1
    return same + 1 if same > 0 and lines_expected != lines_got else None


def _shared_start(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
