"""Lesson 13: mistakes in the acknowledgement, which is to be the sum of two numbers."""

from __future__ import annotations

import re

from mistakes.socketio.evidence import is_data_error
from shared.checking import KnownMistakes
from shared.messages.socketio import NO_ACK

known = KnownMistakes()

ADDING = 4


@known(
    ADDING,
    id="no-return",
    says="확인 응답에 값이 없습니다. 처리 함수가 `return`한 값이 확인 응답이 됩니다. `print`나 `sio.emit`이 아니라 "
    "`return`을 써 주세요.",
)
def sum_not_returned(failure):
    return failure.got == "null"


@known(
    ADDING,
    id="sum-as-text",
    says="합이 글(문자열)로 왔습니다. `str()`이나 f-문자열로 바꾸지 말고 수를 그대로 `return`해 주세요.",
)
def sum_is_text(failure):
    return expects_sum(failure) and failure.got == f'"{failure.expected.rpartition(" ")[2]}"'


@known(
    ADDING,
    id="sum-wrapped",
    says="합이 객체나 리스트 안에 들어 있습니다. 수 하나만 그대로 `return`해 주세요.",
)
def sum_is_wrapped(failure):
    return expects_sum(failure) and failure.got[:1] in "{[" and failure.expected.rpartition(" ")[2] in failure.got


@known(
    ADDING,
    id="W10",
    says="데이터 없이 보낸 이벤트에 답하지 못했습니다. `def add(sid, data=None):`처럼 기본값을 적고, 값을 살펴본 뒤에 "
    "더해 주세요.",
)
def data_is_missing(failure, error):
    return NO_ACK in failure.got and error.type == "TypeError" and "missing 1 required positional" in error.text


@known(
    ADDING,
    id="not-checked",
    says="받은 값을 더하다가 오류가 나서 확인 응답이 가지 않았습니다. 리스트인지, 두 개인지, 둘 다 수인지 먼저 "
    '살펴보고, 아니면 `{"error": ...}`를 `return`해 주세요.',
)
def data_taken_for_granted(failure, error):
    return NO_ACK in failure.got and is_data_error(error) and "positional argument" not in error.text


@known(
    ADDING,
    id="texts-added",
    says="수가 아니라 글 두 개를 이어 붙였습니다. 두 값이 `int`나 `float`인지 `isinstance`로 살펴보아 주세요.",
)
def texts_joined(failure):
    return "error" in failure.expected and re.fullmatch(r'"-?\d+-?\d+"', failure.got) is not None


@known(
    ADDING,
    id="status-in-ack",
    says='확인 응답에 상태 코드까지 왔습니다. 상태 코드는 HTTP에만 있습니다. `return {"error": ...}`라고만 적어 '
    "주세요.",
)
def status_code_in_ack(failure):
    return "error" in failure.expected and failure.got.startswith("[{") and failure.got.endswith((", 400]", ", 422]"))


def expects_sum(failure):
    """Whether the step has failed at two numbers that can be added."""
    return failure.expected.startswith("add의 확인 응답: ") and "error" not in failure.expected
