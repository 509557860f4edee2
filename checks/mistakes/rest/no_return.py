"""Lesson 01: mistakes that leave a function without a value."""

from __future__ import annotations

from mistakes.client_calls import after_right_request
from mistakes.rest.tasks import NAMING, OVER_HTTP, SPLITTING
from shared.checking import KnownMistakes

known = KnownMistakes()

NO_RETURN = "함수가 돌려준 것이 없습니다(None). `print`는 화면에 보여 주기만 합니다. 값을 `return`으로 돌려주세요."


@known(SPLITTING, NAMING, id="no-return", says=NO_RETURN)
def nothing_returned(result):
    return result.type == "NoneType"


@known(*OVER_HTTP, id="no-return", says=NO_RETURN)
def nothing_returned_after_request(result, failure, server):
    return after_right_request(server, failure) and result.type == "NoneType"
