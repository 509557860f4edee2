"""Lesson 11: mistakes in inserting rows, changing them and removing them."""

from __future__ import annotations

import re

from mistakes.sql.evidence import about_a_query
from mistakes.sql.tasks import CHANGING, INSERTING, INSERTING_A_PART, REMOVING
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    INSERTING,
    INSERTING_A_PART,
    id="Q12",
    says="열 이름 없이 `VALUES`만 적었습니다. 표의 열이 하나라도 더 있으면 실행되지 않고, 열의 순서가 바뀌면 값이 다른 "
    "열에 들어갑니다. 표 이름 뒤의 괄호에 열 이름을 적어 주세요.",
)
@about_a_query
def columns_not_named(failure):
    return failure.error is not None and re.search(r"has \d+ columns but \d+ values", failure.error.text) is not None


@known(
    INSERTING_A_PART,
    id="Q6",
    says="`name`에 NULL이나 빈 글을 직접 넣었습니다. 기본값은 열을 아예 적지 않았을 때만 들어갑니다. 열 이름과 값에서 "
    "`name`을 빼 주세요.",
)
@about_a_query
def null_written_out(failure):
    return any(row not in failure.table and row[1] in (None, "") for row in failure.rows)


@known(
    CHANGING,
    REMOVING,
    id="no-where",
    says="`WHERE`가 없어서 모든 행이 바뀌거나 지워졌습니다. 어느 행인지 `WHERE` 뒤에 적어 주세요. 실제 "
    "데이터베이스에서는 되돌릴 수 없습니다.",
)
@about_a_query
def every_row_touched(failure):
    is_change = failure.has(r"^\s*(UPDATE|DELETE)\b") and not failure.has(r"\bWHERE\b")
    return failure.error is None and is_change and not set(failure.table) & set(failure.rows)


@known(
    REMOVING,
    id="delete-star",
    says="`DELETE`는 행을 통째로 지우므로 `*`나 열 이름을 적지 않습니다. `DELETE FROM` 뒤에 표 이름을 적어 주세요.",
)
@about_a_query
def columns_to_delete(failure):
    return failure.error is not None and failure.has(r"\bDELETE\s+(?!FROM\b)\S")
