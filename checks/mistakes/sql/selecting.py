"""Lesson 11: mistakes in choosing the columns and the rows that a query gives."""

from __future__ import annotations

from mistakes.sql.evidence import about_a_query
from mistakes.sql.tasks import (
    FINDING_A_RANGE,
    FINDING_BY_ID,
    FINDING_BY_PREFIX,
    FINDING_NULL,
    LISTING_IDS,
    OF_WHOLE_ROWS,
)
from probing.student_table import counted
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    LISTING_IDS,
    id="columns",
    says="꺼낸 열이 다릅니다. 이 과제는 `id` 열 하나만 꺼냅니다. `SELECT` 뒤에 `id`만 적어 주세요.",
)
@known(
    *OF_WHOLE_ROWS,
    id="columns",
    says="꺼낸 열이 다릅니다. id, name, phone_number, birth_date를 이 순서로, 모두 꺼내 주세요.",
)
@about_a_query
def other_columns(failure):
    return bool(failure.columns) and [name.lower() for name in failure.columns] != list(failure.wanted_columns)


@known(
    FINDING_BY_ID,
    FINDING_A_RANGE,
    FINDING_BY_PREFIX,
    FINDING_NULL,
    id="no-condition",
    says="`WHERE`가 없어서 모든 학생이 나왔습니다. 어느 행을 꺼낼지 `WHERE` 뒤에 적어 주세요.",
)
@about_a_query
def every_row_shown(failure):
    return counted(failure.rows) == counted(failure.table) and not failure.has(r"\bWHERE\b")


@known(
    FINDING_A_RANGE,
    id="exclusive",
    says="`:low`나 `:high`와 번호가 같은 학생이 빠졌습니다. 두 번호도 들어가야 합니다. `BETWEEN`이나 `>=`, `<=`를 "
    "쓰세요.",
)
@about_a_query
def ends_left_out(failure):
    ends = {
        min((row[0] for row in failure.wanted), default=None),
        max((row[0] for row in failure.wanted), default=None),
    }
    missing = {row[0] for row in failure.wanted} - {row[0] for row in failure.rows}
    return bool(missing) and missing <= ends and set(failure.rows) < set(failure.wanted)


@known(
    FINDING_A_RANGE,
    id="reversed",
    says="`BETWEEN`은 작은 값을 먼저 적습니다. 큰 값이 먼저이면 아무것도 나오지 않습니다. `BETWEEN :low AND "
    ":high`입니다.",
)
@about_a_query
def between_reversed(failure):
    return not failure.rows and failure.has(r"\bBETWEEN\s+:high\s+AND\s+:low\b")


@known(
    FINDING_NULL,
    id="Q14",
    says="NULL은 `=`나 `!=`로 찾을 수 없습니다. NULL과 비교한 결과는 참이 아니라 NULL이기 때문입니다. `IS NULL`이라고 "
    "적어 주세요.",
)
@about_a_query
def null_compared(failure):
    return failure.has(r"(=|<>|\bLIKE\b)\s*NULL\b|\bNULL\s*(=|!=|<>)")


@known(
    FINDING_NULL,
    id="null-as-text",
    says="NULL은 빈 글(`''`)도 아니고 `'NULL'`이라는 글도 아닙니다. 값이 없다는 표시입니다. `IS NULL`이라고 적어 "
    "주세요.",
)
@about_a_query
def null_taken_for_text(failure):
    return not failure.rows and failure.has(r"(=|\bIS\b|\bLIKE\b)\s*'(NULL|None|\s*)'")
