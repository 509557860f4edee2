"""Lesson 11: mistakes in making the table, and in dropping it."""

from __future__ import annotations

import re

from mistakes.sql.evidence import about_a_query
from mistakes.sql.tasks import CREATING, DROPPING
from probing.student_table import DEFAULT
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    CREATING,
    id="Q4",
    says="기본 키(primary key)가 없습니다. 그러면 번호가 같은 학생이 두 번 들어갑니다. `id INTEGER PRIMARY KEY`라고 "
    "적어 주세요.",
)
@about_a_query
def no_primary_key(failure):
    return failure.key == []


@known(
    CREATING,
    id="not-integer",
    says="`id`의 타입이 `INTEGER`가 아닙니다. SQLite에서는 `INT`와 `INTEGER`도 다릅니다. `INTEGER PRIMARY KEY`라고 "
    "그대로 적어야 `id`가 행의 번호가 됩니다.",
)
@about_a_query
def id_is_no_integer(failure):
    return failure.key == ["id"]


@known(
    CREATING,
    id="Q11",
    says="이 열의 타입은 수입니다. 수만으로 된 글을 넣으면 수로 바뀌고 앞의 0이 사라집니다. `TEXT`라고 적어 주세요.",
)
@about_a_query
def number_for_text(failure):
    return (
        failure.declared is not None and re.search("INT|REAL|FLOA|DOUB|NUM|DEC", failure.declared.upper()) is not None
    )


@known(
    CREATING,
    id="Q3",
    says="SQLite에 없는 타입을 적었습니다(`DATE`와 `STRING`도 없습니다). 오류는 나지 않지만, SQLite는 이런 열에 수를 "
    "좋아하는 성질을 줍니다. 글을 담는 열에는 `TEXT`라고 적어 주세요.",
)
@about_a_query
def type_that_is_none(failure):
    return bool(failure.declared) and re.search("BLOB", failure.declared.upper()) is None


@known(
    CREATING,
    id="no-default",
    says="이름을 적지 않고 넣었더니 `name`이 NULL입니다. `name` 열에 `DEFAULT`와 기본값을 적어 주세요.",
)
@about_a_query
def name_has_no_default(failure):
    return failure.expected == DEFAULT and failure.got == "NULL" and not failure.has(r"\bDEFAULT\b")


@known(
    DROPPING,
    id="Q9",
    says="SQLite에는 `DROP DATABASE`가 없습니다. 데이터베이스는 파일 하나이므로 파일을 지우면 됩니다. 이 과제는 표를 "
    "지웁니다. `DROP TABLE` 뒤에 표 이름을 적어 주세요.",
)
@about_a_query
def database_dropped(failure):
    return failure.has(r"\bDROP\s+(DATABASE|SCHEMA)\b")


@known(
    DROPPING,
    id="rows-only",
    says="`DELETE`는 행을 지우고 표는 남깁니다. 표를 지우는 문장은 `DROP TABLE`입니다.",
)
@about_a_query
def rows_deleted(failure):
    return failure.has(r"^\s*DELETE\b")
