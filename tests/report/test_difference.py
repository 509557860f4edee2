"""Where two values begin to differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.messages.checking import status, status_line
from shared.report.difference import Difference, first_difference, first_different_line


@pytest.mark.parametrize(
    ("expected", "got", "difference"),
    [
        ("Hello kim", "Hello {name}", Difference(6, "k", "{")),
        ("Hello kim", "hello kim", Difference(0, "H", "h")),
        ("Hello kim", "Hello kim ", Difference(9, None, " ")),
        ("Hello kim", "Hello kim\n", Difference(9, None, "\n")),
        ("Hello kim", "Hello", Difference(5, " ", None)),
        ("201", "200", Difference(2, "1", "0")),
        ("안녕 하늘", "안녕 바다", Difference(3, "하", "바")),
    ],
)
def test_first_difference_of_similar_lines(expected: str, got: str, difference: Difference) -> None:
    assert first_difference(expected, got) == difference


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        ("Hello kim", "Hello kim"),
        ("200", "404"),
        ("Hello kim", "Not Found"),
        ("", "Hello"),
        ("a\nb", "a\nc"),
        (status(200), status_line(201, "CREATED")),
    ],
)
def test_no_mark_where_it_would_say_nothing(expected: str, got: str) -> None:
    assert first_difference(expected, got) is None


@given(st.text(alphabet="ab가"), st.text(alphabet="ab가"))
def test_everything_before_the_mark_is_equal(expected: str, got: str) -> None:
    found = first_difference(expected, got)
    if found is not None:
        assert expected[: found.index] == got[: found.index]
        assert found.expected != found.got


def test_first_different_line_counts_from_one() -> None:
    assert first_different_line("a\nb\nc", "a\nb\nd") == 3
    assert first_different_line("a\nb", "a") == 2
    assert first_different_line("a\nb", "x\nb") is None
    assert first_different_line("a\nb\n", "a\r\nb") is None
