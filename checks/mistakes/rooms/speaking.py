"""Lesson 14: mistakes in who may speak to a room, and in who hears what is said and done there."""

from __future__ import annotations

import ast

from mistakes.rooms.evidence import expects_refusal, heard_in_vain, last_moment
from shared.checking import KnownMistakes
from shared.messages.socketio import HEARS_NOT
from shared.probes.handlers import handler
from shared.probes.source import dotted

known = KnownMistakes()

SAYING, KEEPING_OUT = 3, 4


@known(
    SAYING,
    id="said-to-sender",
    says='`said`가 보낸 사람에게도 갔습니다. `sio.emit("said", ..., to=room, skip_sid=sid)`처럼 `skip_sid`를 적어 '
    "주세요.",
)
def sender_hears_said(failure):
    return heard_in_vain(failure, "said")


@known(
    SAYING,
    id="said-shape",
    says='`said`의 모양이 다릅니다. `{"room": ..., "text": ...}` 모양의 객체로 보내 주세요.',
)
def said_is_plain_text(failure):
    return any(m.kind == "hears" and m.event == "said" and not m.data.startswith("{") for m in failure.timeline)


@known(
    SAYING,
    id="to-missing-people",
    says="room의 다른 사람이 `said`를 받지 못했습니다. `join`에서 `sio.enter_room(sid, room)`을 불렀는지, `to=room`에 "
    "그 room의 이름을 넣었는지 살펴보아 주세요.",
)
def nobody_hears(failure):
    heard = any(moment.kind == "hears" and moment.event == "said" for moment in failure.timeline)
    return last_moment(failure) == "misses" and not heard


@known(
    KEEPING_OUT,
    id="still-inside",
    says="`leave`로 나간 사람에게 그 room의 말이 계속 갑니다. `sio.leave_room(sid, room)`을 불러 주세요.",
)
def leaver_still_hears(failure):
    leavers = {moment.who for moment in failure.timeline if moment.kind == "sends" and moment.event == "leave"}
    return any(failure.expected == HEARS_NOT.format(who=who, event="said") for who in leavers)


@known(
    KEEPING_OUT,
    id="W13",
    says="room 밖에 있는 사람에게도 이벤트가 갔습니다. `to`가 없는 `sio.emit`은 연결된 모두에게 보냅니다. `to=room`을 "
    "적어 주세요.",
)
def everybody_hears(failure, source):
    events = (("joined", "join"), ("said", "say"), ("left", "leave"), ("left", "disconnect"))
    return any(heard_in_vain(failure, heard) and not emits_to(source, event) for heard, event in events)


@known(
    KEEPING_OUT,
    id="not-a-member",
    says="room에 없는 사람의 말을 받아들였습니다. `emit`하기 전에 `room in sio.rooms(sid)`처럼 그 사람이 room에 "
    '있는지 살펴보고, 없으면 `{"ok": False, "error": ...}`를 돌려주세요.',
)
def anybody_may_speak(failure):
    return expects_refusal(failure) and '"ok": true' in failure.got


@known(
    KEEPING_OUT,
    id="refused-and-sent",
    says="거절한다고 답했지만 말은 room에 갔습니다. `emit`하기 전에 살펴보고, 없으면 바로 `return`해 주세요.",
)
def refused_and_sent(failure):
    return heard_in_vain(failure, "said")


def emits_to(source, event):
    """Whether every `emit` in the handler of an event says `to=` or `room=`, or it cannot be read."""
    found = handler(source, event)
    calls = [node for node in ast.walk(found.tree) if isinstance(node, ast.Call)] if found else []
    emits = [call for call in calls if dotted(call.func).endswith("emit")]
    return all(any(key.arg in ("to", "room", None) for key in call.keywords) for call in emits)
