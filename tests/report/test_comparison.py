"""Expected and got in a browser: nothing is lost by marking it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.messages import report as messages
from shared.report.comparison import comparison, value
from shared.report.difference import first_difference
from shared.report.folding import MAX_LINES
from shared.report.grid import read
from shared.report.line_table import line_table
from shared.report.marks import marked
from shared.report.tables import MAX_ROWS, cell, compare, table
from tests.report.reading import fragment, of_class, words

CELLS = st.one_of(st.none(), st.integers(), st.text(max_size=8), st.sampled_from(["김하늘", "", " a ", "← x", "-  -"]))
ROWS = st.lists(st.tuples(CELLS, CELLS), max_size=6)
LINES = st.lists(st.sampled_from(["a", "b", "<c>", "", "김하늘", "Hello kim", "Hello Kim"]), min_size=2, max_size=12)


def without(text: str, tag: str) -> str:
    """Text of a fragment, what is not marked."""
    made = fragment(text)
    for item in made.iter(tag):
        item.text = ""
    return words(made)


@given(st.text(alphabet="ab가<", max_size=12), st.text(alphabet="ab가<", max_size=12))
def test_marks_leave_both_lines_whole_and_the_rest_equal(expected: str, got: str) -> None:
    left, right = marked(expected, got)
    assert (words(fragment(left)), words(fragment(right))) == (expected, got)
    assert without(left, "ins") == without(right, "del")


@pytest.mark.parametrize(
    ("expected", "got", "ins", "dels"),
    [
        ("Hello kim", "Hello {name}", ["kim"], ["{name}"]),
        ("Hello kim", "Hello kim ", [], [" "]),
        ("Hello kim", "Hello kim\n", [], ["↵"]),
        ("a\tb", "a b", ["\\t"], [" "]),
        ('{"name": "kim", "age": 3}', '{"nam": "kim", "age": 4}', ["e", "3"], ["4"]),
    ],
)
def test_only_what_differs_is_marked(expected: str, got: str, ins: list[str], dels: list[str]) -> None:
    left, right = marked(expected, got)
    assert [words(item) for item in fragment(left).iter("ins")] == ins
    assert [words(item) for item in fragment(right).iter("del")] == dels


def test_the_first_difference_is_told_in_words_too() -> None:
    found = first_difference("Hello kim", "Hello kim ")
    assert found is not None
    said = words(of_class(fragment(comparison("Hello kim", "Hello kim ")), "note")[0])
    for line in messages.differs(found.index, found.expected, found.got).split("\n"):
        assert line in said


@given(LINES, LINES)
def test_line_table_holds_every_line_once_on_its_side(expected: list[str], got: list[str]) -> None:
    made = fragment(line_table("\n".join([*expected, "."]), "\n".join([*got, "."])))
    folded = of_class(made, "between")
    for name, lines in (("expected", expected), ("got", got)):
        column = [words(item.find("code")) for item in of_class(made, name) if item.find("code") is not None]  # type: ignore[arg-type]
        if not folded:
            assert [line.strip(" ") for line in column] == [*lines, "."]


def test_equal_lines_far_from_a_difference_are_counted() -> None:
    same = [str(number) for number in range(30)]
    made = fragment(line_table("\n".join([*same, "a"]), "\n".join([*same, "b"])))
    assert words(of_class(made, "between")[0]) == "같은 줄 24개"
    assert [words(item) for item in of_class(made, "other")] == ["기대한 것a받은 것b"]


def test_very_long_values_are_whole_behind_a_fold() -> None:
    text = "\n".join(f"<p>{number}</p>" for number in range(MAX_LINES + 1))
    made = fragment(value(text))
    assert [words(item) for item in made.findall("details/pre")] == [text]
    assert len(words(made.findall("pre")[0]).splitlines()) == 11
    both = fragment(comparison(text, text.replace("<p>3</p>", "<p>x</p>")))
    assert len(both.findall("details")) == 2


def test_nothing_and_one_side_alone() -> None:
    assert comparison(None, None) == ""
    assert [words(item) for item in fragment(comparison("", None)).iter("dd")] == [messages.EMPTY]
    assert [words(item) for item in fragment(comparison(None, "x")).iter("dt")] == [messages.GOT]


@given(ROWS, ROWS, st.booleans())
def test_tables_are_read_back_as_they_were(expected: list[tuple], got: list[tuple], ordered: bool) -> None:
    columns = ("id", "이름 name")
    for text, rows in zip(compare(expected, got, (columns, columns), ordered=ordered), (expected, got), strict=True):
        grid = read(text)
        assert grid is not None
        assert grid.columns == columns
        assert [tuple(value.strip() for value in row) for row in grid.rows] == [
            tuple(cell(value).strip() for value in row) for row in rows
        ]
        assert set(grid.notes) <= {"", messages.ROW_MISSING, messages.ROW_EXTRA, messages.ROW_ELSEWHERE}


@pytest.mark.parametrize("text", ["", "a", "a\nb", "제목\n====", "id  name\n--  ----x\n1   a", "- a\n- b"])
def test_other_text_is_no_table(text: str) -> None:
    assert read(text) is None


def test_rows_are_marked_in_words_and_the_end_of_a_long_table_is_told() -> None:
    rows = [(number, "a") for number in range(MAX_ROWS + 5)]
    made = fragment(comparison(*compare(rows, rows[1:], (("id", "n"), ("id", "n")))))
    assert [words(item) for item in of_class(made, "differs")] == [f"0a{messages.ROW_MISSING}"]
    assert messages.FIRST_ROWS.format(count=MAX_ROWS) in words(made)
    assert {item.get("scope") for item in made.iter("th")} == {"col"}


def test_a_table_beside_something_else() -> None:
    made = fragment(comparison(table(("id",), [(1,)]), "OperationalError: no such table"))
    assert (len(list(made.iter("table"))), words(made.findall("dl/div/dd/pre")[0])) == (
        1,
        "OperationalError: no such table",
    )
