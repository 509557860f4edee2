"""Lesson 11: mistakes in finding names by how they begin."""

from __future__ import annotations

from mistakes.sql.evidence import about_a_query
from mistakes.sql.tasks import FINDING_BY_PREFIX
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    FINDING_BY_PREFIX,
    id="plus",
    says="SQL에서 `+`는 더하기입니다. 글을 이을 때는 `||`를 씁니다.",
)
@about_a_query
def joined_with_plus(failure):
    return failure.has(r"\+\s*'[^']*%'|'%'\s*\+")


@known(
    FINDING_BY_PREFIX,
    id="escape-length",
    says="`ESCAPE` 뒤에는 글자가 하나만 와야 합니다. SQL의 글 안에서 역슬래시는 보통 글자라서, 두 번 적으면 두 "
    "글자입니다.",
)
@about_a_query
def escape_is_no_character(failure):
    return failure.error is not None and "ESCAPE expression must be a single character" in failure.error.text


@known(
    FINDING_BY_PREFIX,
    id="no-escape",
    says="`replace`로 글자를 덧붙였지만, 그 글자가 어떤 뜻인지 알려 주지 않았습니다. `LIKE` 끝에 `ESCAPE`와 그 글자를 "
    "적어 주세요.",
)
@about_a_query
def escape_not_declared(failure):
    return failure.has(r"\breplace\s*\(") and failure.has(r"\bLIKE\b") and not failure.has(r"\bESCAPE\b")


@known(
    FINDING_BY_PREFIX,
    id="Q20",
    says="이름의 가운데나 끝에 있는 것도 찾았습니다. 앞에 붙인 `%`는 무엇이든 된다는 뜻입니다. 끝에만 붙여 주세요.",
)
@about_a_query
def found_anywhere(failure):
    return failure.error is None and failure.has(r"\bLIKE\s*\(?\s*'%|\binstr\s*\([^()]*\)\s*(>\s*0|>=\s*1|$|;)")


@known(
    FINDING_BY_PREFIX,
    id="whole-name",
    says="이름 전체가 `:prefix`와 같은 학생만 찾았습니다. 그 뒤에 무엇이 와도 되도록 `|| '%'`를 붙여 주세요.",
)
@about_a_query
def whole_name_compared(failure):
    return failure.error is None and failure.has(r"(\bLIKE|=)\s*:prefix\s*(;|$|\))") and not failure.has("substr|instr")


@known(
    FINDING_BY_PREFIX,
    id="wildcards",
    says="`:prefix` 안의 `%`나 `_`가 글자가 아니라 아무 글자라는 뜻이 되었습니다. 두 글자 앞에 표시를 붙이고 "
    "`ESCAPE`로 알려 주거나, `LIKE` 없이 앞부분을 잘라서 비교하세요.",
)
@about_a_query
def prefix_not_escaped(failure):
    return set(failure.rows) > set(failure.wanted) and failure.has(r"\bLIKE\b")
