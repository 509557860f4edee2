"""Lesson 01: mistakes in what status codes mean."""

from __future__ import annotations

from mistakes.client_calls import argument
from mistakes.rest.tasks import NAMING, REMOVING
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    REMOVING,
    id="404-raised",
    says="404일 때 예외가 났습니다. 없는 학생이면 False를 돌려주어야 합니다. 상태 코드가 404인지 먼저 보세요.",
)
def missing_student_raises(error):
    return error.type == "HTTPError"


@known(
    REMOVING,
    id="always-true",
    says="없는 학생인데 True를 돌려주었습니다. 응답의 상태 코드를 보세요. 204이면 True, 404이면 False입니다.",
)
def always_true(result, failure):
    return result.value is True and (failure.expected or "").startswith("False")


@known(
    NAMING,
    id="range-edge",
    says="범위의 끝에서 다릅니다. 예를 들어 200과 299는 둘 다 성공입니다. `>`와 `>=`, `<`와 `<=`를 살펴보세요.",
)
def wrong_at_the_edge(result, failure):
    code = argument(result)
    if failure.expected == "ValueError":
        return result.returned and result.value is not None and code in (199, 600)
    return code % 100 in (0, 99)


@known(
    NAMING,
    id="no-valueerror",
    says="이 수는 200부터 599까지에 들지 않습니다. 값을 돌려주거나 다른 예외를 내지 말고 `raise ValueError(...)`를 "
    "해 주세요.",
)
def no_value_error(failure):
    return failure.expected == "ValueError"
