"""Lesson 14: mistakes in taking somebody into a room, and in counting who is there then."""

from __future__ import annotations

from mistakes.rooms.evidence import heard_in_vain, total_is_off
from shared.checking import KnownMistakes

known = KnownMistakes()

JOINING = 1


@known(
    JOINING,
    id="joined-to-sender",
    says='`joined`가 들어온 사람에게도 갔습니다. `sio.emit("joined", ..., to=room, skip_sid=sid)`처럼 `skip_sid`를 '
    "적어 주세요.",
)
def newcomer_hears_joined(failure):
    return heard_in_vain(failure, "joined")


@known(
    JOINING,
    id="counted-twice",
    says="들어와 있는 사람이 다시 들어왔을 때 인원이 늘었습니다. 수를 더하지 말고, `sid`를 집합(set)에 넣고 "
    "`len()`으로 세어 주세요.",
)
def joined_twice_counts_twice(failure):
    return total_is_off(failure, 1) and sent_before(failure)


@known(
    JOINING,
    id="counted-too-early",
    says="인원이 하나 적습니다. 들어온 사람을 넣은 다음에 세어 주세요.",
)
def counted_before_entering(failure):
    return total_is_off(failure, -1)


@known(
    JOINING,
    id="W14",
    says="`enter_room`의 순서가 바뀌었습니다. `sio.enter_room(sid, room)`처럼 `sid`를 먼저 적어 주세요.",
)
def arguments_swapped(error):
    return error.type == "ValueError" and "cannot enter a sid room" in error.text


@known(
    JOINING,
    id="W14",
    says="`enter_room`에 넣은 `sid`가 이 서버의 연결이 아닙니다. 처리 함수가 받은 `sid`를 그대로 넣어 주세요.",
)
def sid_of_something_else(error):
    in_enter_room = any("enter_room" in frame.code for frame in error.frames)
    return in_enter_room and (error.type == "KeyError" or "sid is not connected" in error.text)


def sent_before(failure):
    """Whether the client has sent the last event with this data before."""
    sent = [(moment.who, moment.event, moment.data) for moment in failure.timeline if moment.kind == "sends"]
    return sent[-1] in sent[:-1]
