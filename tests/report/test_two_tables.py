"""Two tables as text: aligned for Hangul, and marked where they differ."""

from __future__ import annotations

from shared.messages import report as words
from shared.report.layout import cells
from shared.report.tables import MAX_ROWS, cell, compare, table

COLUMNS = ("id", "name")


def marked(text: str) -> list[str]:
    return [line for line in text.splitlines() if "←" in line]


def test_columns_stand_under_each_other() -> None:
    lines = table(("id", "name", "n"), [(1, "김하늘", 1), (10, "a", None)]).splitlines()
    assert lines[1] == "--  ------  ----"
    places = [cells(line[: line.rindex("  ")]) + 2 for line in lines]
    assert places == [12, 12, 12, 12]


def test_rows_of_one_table_alone_are_marked() -> None:
    expected, got = compare([(1, "a"), (2, "b"), (2, "b")], [(2, "b"), (3, "c")], (COLUMNS, COLUMNS))
    assert marked(expected) == [f"1   a     {words.ROW_MISSING}", f"2   b     {words.ROW_MISSING}"]
    assert marked(got) == [f"3   c     {words.ROW_EXTRA}"]


def test_in_another_order_only_what_has_to_move_is_marked() -> None:
    rows = [(number, "x") for number in range(6)]
    expected, got = compare(rows, [rows[5], *rows[:5]], (COLUMNS, COLUMNS), ordered=True)
    assert [line[0] for line in marked(expected)] == ["5"]
    assert [line[0] for line in marked(got)] == ["5"]


def test_where_order_does_not_count_another_order_is_no_difference() -> None:
    assert not marked("".join(compare([(1, "a"), (2, "b")], [(2, "b"), (1, "a")], (COLUMNS, COLUMNS))))


def test_a_number_and_the_same_number_as_text_differ() -> None:
    expected, got = compare([(1, "7")], [(1, 7)], (COLUMNS, COLUMNS))
    assert "'7'" in expected and "'7'" not in got
    assert marked(expected) and marked(got)


def test_values_are_told_apart() -> None:
    assert [cell(value) for value in (None, "NULL", "", " a", "a\nb", 1.5, b"\x00\xff", "\x1b[31m")] == [
        "NULL",
        "'NULL'",
        "''",
        "' a'",
        "a\\nb",
        "1.5",
        "X'00ff'",
        "\\x1b[31m",
    ]
    assert len(cell("가" * 100)) < 30


def test_empty_and_long_tables_say_so() -> None:
    assert table((), []) == words.NO_TABLE
    assert table(("id",), []).splitlines()[-1] == words.NO_ROWS
    lines = table(("id",), [(number,) for number in range(100)]).splitlines()
    assert len(lines) == MAX_ROWS + 3
