"""The handout is answered: every fault that concerns a reader stands in the table, and what can be typed is recognised.

The numbers are those that messages show: T for the text layer, H for REST and JSON, F for Flask, Q for SQL, W for
Socket.IO, D for the project.
"""

from __future__ import annotations

import pytest

from shared.lessons import all_lessons, handout
from tests.shelves.answer import SHELVES, all_answers


def numbers(letter: str, last: int, *more: str) -> list[str]:
    return [f"{letter}{number}" for number in range(1, last + 1)] + list(more)


ALL = [
    *numbers("T", 9),
    *numbers("H", 10),
    *numbers("F", 40, "F19b", "F19c"),
    *numbers("Q", 34),
    *numbers("W", 16),
    *numbers("D", 24),
]

NO_READER = {
    "T9": "about where sentences come from; every sentence and program here is new",
    "D22": "the printed way was measured and works",
    "D23": "works as printed",
}
"""Faults that change nothing for somebody who reads the handout beside the workbook."""

BY_ANOTHER_NAME = {
    "T2": "11_sql/wrong/T2_line_cut_off",
    "T3": "06_http_methods/wrong/T3_function_without_indent",
    "F3": "03_first_server/wrong/open_with_debug",
    "F6": "04_routing/wrong/F6_both_rules_on_one_function",
    "F40": "09_other_devices/wrong/F40_dots_for_the_program",
    "Q5": "11_sql/wrong/Q5_table_made_twice",
    "Q21": "11_sql/wrong/everyone_touched",
    "Q22": "11_sql/wrong/rows_deleted",
}
"""Typed, and answered by the explanation of Python's or SQLite's own error, or under the number of another fault."""

NOT_JUDGED = {
    "T1": "text that is missing",
    "T4": "a page break",
    "T5": "numbers of headings",
    "T6": "a picture that is missing",
    "T7": "an empty section",
    "T8": "a pointer to another section",
    "H1": "a statement",
    "H5": "a statement",
    "H7": "a statement",
    "F1": "done in a terminal before any file is written",
    "F8": "an address typed into a browser",
    "F10": "a limit of Flask; negative numbers are no part of a task",
    "F12": "a statement; the query is no part of a task",
    "F15": "a statement; such values are right",
    "F19b": "a rule that browsers drop; how a page looks is not judged",
    "F34": "right as printed",
    "F37": "a statement",
    "Q2": "a statement",
    "Q8": "a word",
    "Q10": "the order of listings; here each task has a database of its own",
    "Q13": "a statement",
    "Q15": "a missing semicolon does no harm to a single statement",
    "Q31": "a statement",
    "Q34": "a fragment that leads to a NameError, as everywhere",
    "W1": "a statement",
    "W2": "an address that works with Socket.IO's clients",
    "W9": "a page of one's own is not judged there",
    "W11": "a fallback of the library makes it right",
    "W12": "a statement",
    "W15": "right as printed",
    "W16": "a statement",
    "D14": "a statement",
    "D15": "a statement",
    "D16": "a fallback of the library makes it right",
    "D17": "a statement",
    "D18": "how the page looks is not judged",
    "D19": "how the page looks is not judged",
    "D20": "a stray line and a label; the contract does not name them",
    "D24": "an explanation that is missing",
}
"""What nobody can type into an answer, or what the contract of the lessons leaves free."""

ANSWERS = {answer.name: answer for answer in all_answers()}
RECOGNISED = {mistake for answer in ANSWERS.values() for mistake in answer.fails.values() if mistake}


def test_the_table_is_that_of_the_lessons() -> None:
    path = handout.ROOT / "lessons" / handout.NAME
    assert path.read_text(encoding="utf-8") == handout.render(), "run: python -m shared.lessons.handout"


def test_every_lesson_says_which_sections_it_stands_for() -> None:
    assert [lesson.slug for lesson in all_lessons() if not handout.stands_for(lesson)] == []


@pytest.mark.parametrize("number", [number for number in ALL if number not in NO_READER])
def test_a_reader_finds_it(number: str) -> None:
    assert any(row.id == number for lesson in all_lessons() for row in handout.differences(lesson))


@pytest.mark.parametrize("number", [number for number in ALL if number not in {**NOT_JUDGED, **NO_READER}])
def test_whoever_types_it_is_told(number: str) -> None:
    name = BY_ANOTHER_NAME.get(number)
    if name is None:
        assert number in RECOGNISED, "no answer on the shelf is recognised by this number"
    else:
        assert ANSWERS[name].fails, f"{name} on {SHELVES} fails nothing"


def test_no_number_is_explained_twice() -> None:
    assert not (RECOGNISED & set(NOT_JUDGED) or set(BY_ANOTHER_NAME) & set(NOT_JUDGED))
