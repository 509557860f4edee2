"""Lesson 13: mistakes in what the server sends, and to whom."""

from __future__ import annotations

from mistakes.socketio.evidence import emits_to, heard_by_another, last_moment
from shared.checking import KnownMistakes
from shared.probes.handlers import handler

known = KnownMistakes()

REPLYING, SHOUTING = 2, 3


@known(
    REPLYING,
    id="W13",
    says="`my_reply`가 다른 사람에게도 갔습니다. `to`가 없는 `sio.emit`은 연결된 모두에게 보냅니다. "
    '`sio.emit("my_reply", data, to=sid)`라고 적어 주세요.',
)
def reply_to_everybody(failure, source):
    return heard_by_another(failure, "my_reply") and not emits_to(source, "my_event")


@known(
    REPLYING,
    id="return-for-emit",
    says="처리 함수가 값을 `return`했습니다. 그 값은 확인 응답(acknowledgement)으로만 가고, `my_reply` 이벤트가 되지 "
    '않습니다. `sio.emit("my_reply", data, to=sid)`로 보내 주세요.',
)
def reply_returned(failure, source):
    found = handler(source, "my_event")
    missed = last_moment(failure) == "misses"
    return missed and found is not None and found.returns_value and not found.calls & {"emit", "send"}


@known(
    SHOUTING,
    id="sender-left-out",
    says="`shout`가 보낸 사람에게는 오지 않았습니다. 이 과제에서는 보낸 사람도 받습니다. `skip_sid`를 지워 주세요.",
)
def sender_left_out(failure):
    return last_moment(failure) == "misses" and failure.expected.startswith("가 ") and hearers(failure) == {"나", "다"}


@known(
    SHOUTING,
    id="W13",
    says="`shout`가 보낸 사람에게만 갔습니다. `to`는 받을 사람을 고릅니다. 모두에게 보낼 때는 `to`를 적지 않습니다.",
)
def only_the_sender_hears(failure):
    return last_moment(failure) == "misses" and hearers(failure) == {"가"}


@known(
    SHOUTING,
    id="shout-shape",
    says='`shout`로 글만 왔습니다. `{"nickname": ..., "text": ...}` 모양의 객체로 보내 주세요.',
)
def shout_is_plain_text(failure):
    return any(m.kind == "hears" and m.event == "shout" and m.data.startswith('"') for m in failure.timeline)


def hearers(failure):
    """Who has heard a shout."""
    return {moment.who for moment in failure.timeline if moment.kind == "hears" and moment.event == "shout"}
