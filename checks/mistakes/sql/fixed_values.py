"""Lesson 11: a value that is written down where a parameter belongs."""

from __future__ import annotations

from mistakes.sql.evidence import about_a_query
from mistakes.sql.tasks import EVERY_TASK
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    *EVERY_TASK,
    id="parameter-unused",
    says="과제에 적힌 파라미터가 쿼리에 모두 있지는 않습니다. 값을 직접 적지 말고, 값이 올 자리에 `:id`처럼 적어 "
    "주세요.",
)
@about_a_query
def parameter_not_used(failure):
    return failure.error is None and not all(failure.has(rf"[:@$]{name}\b") for name in failure.parameters)
