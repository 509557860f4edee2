"""Lesson 11: mistakes in writing a query down: its quotes, its block and its parameters."""

from __future__ import annotations

import re

from mistakes.sql.evidence import about_a_query
from mistakes.sql.tasks import CHANGES, EVERY_TASK, QUERIES
from probing.queries import FILE, Wrong
from probing.student_table import COLUMNS
from shared.checking import KnownMistakes
from shared.sql import blocks

known = KnownMistakes()


@known(
    *EVERY_TASK,
    id="Q7",
    says="글을 큰따옴표로 감쌌습니다. SQL에서 큰따옴표는 표와 열의 이름에 씁니다. 그런 이름의 열이 없을 때 SQLite가 "
    "글로 읽어 주기도 하지만, 열 이름의 오타도 글이 되어 버립니다. 글은 작은따옴표로 감싸 주세요.",
)
@about_a_query
def text_in_quotes_for_names(failure):
    return failure.text_quoted is not None


@known(
    *EVERY_TASK,
    id="Q16",
    says="한 이름 아래에 문장이 둘 있습니다. 한 번에 한 문장만 실행합니다. 앞 문장이나 뒤 문장을 지워 주세요. 표와 "
    "학생은 과제마다 새로 준비되어 있습니다.",
)
@about_a_query
def two_statements(failure):
    return failure.error is not None and "one statement at a time" in failure.error.text


@known(
    *EVERY_TASK,
    id="name-twice",
    says="이름이 같은 `-- name:` 줄이 두 번 있습니다. 뒤의 것만 실행합니다. 하나를 지워 주세요.",
)
def block_stands_twice(failure, source):
    return isinstance(failure, Wrong) and failure.block.name in blocks.names_twice(source.text(FILE))


@known(
    *EVERY_TASK,
    id="question-mark",
    says="`?`에는 이름이 없어서 어느 값인지 알 수 없습니다. 이 파일에서는 `:id`처럼 콜론과 이름으로 적어 주세요.",
)
@about_a_query
def nameless_parameter(failure):
    return failure.error is not None and "you supplied a dictionary" in failure.error.text


@known(
    *EVERY_TASK,
    id="parameter-name",
    says="이 과제에 없는 파라미터가 있습니다. 아래의 오류에 그 이름이 나옵니다. 파라미터의 이름은 과제에 적힌 것과 "
    "같아야 합니다.",
)
@about_a_query
def unknown_parameter(failure):
    return failure.error is not None and "did not supply a value for binding" in failure.error.text


@known(
    *EVERY_TASK,
    id="parameter-in-quotes",
    says="파라미터가 작은따옴표 안에 있습니다. 그러면 값이 들어가지 않고, 콜론과 이름이 그대로 글이 됩니다. 따옴표 "
    "밖에 적어 주세요. 글과 이을 때는 `||`를 씁니다.",
)
@about_a_query
def parameter_is_text(failure):
    return any(re.search(rf":{name}\b", text) for text in failure.texts() for name in failure.parameters)


@known(
    *QUERIES,
    *CHANGES,
    id="name-as-text",
    says="열 이름을 작은따옴표로 감쌌습니다. 그러면 열의 값이 아니라 그 글자가 쓰입니다. 열 이름에는 따옴표가 필요하지 "
    "않습니다.",
)
@about_a_query
def column_name_in_single_quotes(failure):
    return any(text in COLUMNS for text in failure.texts())
