"""Lesson 15: mistakes in passing messages on, and in refusing what is none."""

from __future__ import annotations

from mistakes.dm.tasks import REFUSING, TALKING
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    TALKING,
    id="to-sender",
    says="보낸 사람에게도 메시지가 갔습니다. 보낸 글은 화면이 이미 보여 주므로 두 번 보입니다. `skip_sid=sid`를 적어 "
    "주세요.",
)
def sender_hears(failure):
    return failure.expected == "메시지: []"


@known(
    TALKING,
    id="escaped",
    says="서버가 글을 바꾸어 보냈습니다. 태그를 막는 일은 화면의 `textContent`가 하므로, 서버는 받은 글을 그대로 보내 "
    "주세요.",
)
def escaped_on_the_server(failure):
    return "&lt;" in (failure.got or "") and "&lt;" not in (failure.expected or "")


@known(
    TALKING,
    id="message-shape",
    says='`message`로 글만 왔습니다. `{"message": ..., "isSystem": False}` 모양의 객체로 보내 주세요.',
)
def message_is_plain_text(failure):
    return any(m.kind == "hears" and m.event == "message" and m.data.startswith('"') for m in failure.timeline)


@known(
    TALKING,
    REFUSING,
    id="no-return",
    says='확인 응답에 값이 없습니다. 처리 함수가 `return`한 값이 확인 응답이 됩니다. `{"ok": True}`를 돌려주세요.',
)
def nothing_returned(failure):
    return failure.got == "null"


@known(
    REFUSING,
    id="W10",
    says="데이터 없이 온 이벤트에서 처리 함수가 멈추었습니다. `def message(sid, text=None)`처럼 기본값을 적어 주세요.",
)
def no_default(error):
    return error.type == "TypeError" and "missing 1 required positional argument" in error.text


@known(
    REFUSING,
    id="refused-and-sent",
    says="거절한다고 답했지만 글은 다른 사람에게 갔거나 남았습니다. 보내기 전에 먼저 살펴보고, 거절할 것이면 바로 "
    "`return`해 주세요.",
)
def refused_and_sent(failure):
    return (failure.expected or "").startswith("거절한 글")


@known(
    REFUSING,
    id="D12",
    says="받은 것을 살펴보지 않고 받아들였습니다. 글(`str`)인지, `strip()`한 다음에 비어 있지 않은지, 1,000자 이하인지 "
    '보고, 아니면 `{"ok": False, "error": ...}`를 돌려주세요.',
)
def anything_is_taken(failure):
    return '"ok": false' in (failure.expected or "") and '"ok": true' in (failure.got or "")
