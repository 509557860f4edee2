"""Lesson 02: mistakes in naming what a value becomes in JSON."""

from __future__ import annotations

from mistakes.client_calls import argument
from mistakes.json.evidence import NO_RETURN, returns_nothing
from mistakes.json.tasks import NAMING
from shared.checking import KnownMistakes

known = KnownMistakes()

known(NAMING, id="no-return", says=NO_RETURN)(returns_nothing)


@known(
    NAMING,
    id="no-typeerror",
    says="set은 JSON이 되지 못합니다. set처럼 표에 없는 값이면 `raise TypeError(...)`를 해 주세요.",
)
def set_accepted(failure):
    return failure.expected == "TypeError"


@known(
    NAMING,
    id="tuple",
    says="tuple은 JSON에서 array가 됩니다. `isinstance(value, (list, tuple))`로 함께 살펴보세요.",
)
def tuple_is_no_array(result):
    return isinstance(argument(result), tuple)


@known(
    NAMING,
    id="bool-number",
    says="True와 False가 number가 되었습니다. Python에서 bool은 int의 한 종류입니다. bool인지 먼저 보세요.",
)
def bool_taken_for_number(result):
    return result.value == "number" and isinstance(argument(result), bool)


@known(
    NAMING,
    id="one-is-true",
    says="수가 boolean이 되었습니다. `1 == True`는 참입니다. `isinstance(value, bool)`로 살펴보세요.",
)
def number_taken_for_bool(result):
    return result.value == "boolean" and argument(result) in (0, 1)


@known(
    NAMING,
    id="falsy-null",
    says="비어 있는 값이 null이 되었습니다. `not value`는 0에서도 참입니다. `value is None`으로 살펴보세요.",
)
def falsy_value_is_null(result):
    return result.value == "null" and not argument(result)


@known(
    NAMING,
    id="H10",
    says="JSON에는 수가 한 종류입니다. 정수도 소수도 `number`입니다.",
)
def two_kinds_of_numbers(result):
    return result.value in ("int", "float", "integer")


@known(
    NAMING,
    id="H9",
    says="Python의 이름을 돌려주었습니다. JSON의 이름은 null, boolean, number, string, array, object입니다.",
)
def names_of_python(result):
    return result.value in ("str", "bool", "list", "dict", "None", "NoneType")
