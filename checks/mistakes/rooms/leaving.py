"""Lesson 14: mistakes in letting somebody out of a room who leaves it, or whose connection is lost."""

from __future__ import annotations

import ast

from mistakes.rooms.evidence import expects_refusal, heard_in_vain, last_moment, total_is_off
from shared.checking import KnownMistakes
from shared.probes.handlers import handler
from shared.probes.source import dotted

known = KnownMistakes()

LEAVING, LOSING = 2, 5


@known(
    LEAVING,
    id="left-to-sender",
    says="`left`가 나간 사람에게도 갔습니다. `sio.leave_room(sid, room)`을 먼저 부르거나 `skip_sid=sid`를 적어 주세요.",
)
def leaver_hears_left(failure):
    return heard_in_vain(failure, "left")


@known(
    LEAVING,
    id="W14",
    says="`leave_room`의 순서가 바뀌어서 나가지 않았습니다. `leave_room`은 틀려도 오류를 내지 않습니다. "
    "`sio.leave_room(sid, room)`처럼 `sid`를 먼저 적어 주세요.",
)
def leave_room_arguments_swapped(source):
    return leaves_something_else(source, "leave")


@known(
    LEAVING,
    id="counted-too-early",
    says="인원이 하나 많습니다. 나간 사람을 뺀 다음에 세어 주세요.",
)
def counted_before_leaving(failure):
    return total_is_off(failure, 1)


@known(
    LEAVING,
    id="counted-off-twice",
    says="인원이 하나 적습니다. 나간 사람을 이미 뺐는데 1을 또 뺐습니다. 뺀 다음에 그대로 세어 주세요.",
)
def counted_off_twice(failure):
    return total_is_off(failure, -1)


@known(
    LEAVING,
    id="not-a-member",
    says='그 room에 없는 사람이 나갔는데 `{"ok": true}`라고 답했습니다. 먼저 그 사람이 room에 있는지 살펴보고, 없으면 '
    '`{"ok": False, "error": ...}`를 돌려주세요.',
)
def anybody_may_leave(failure):
    return expects_refusal(failure) and '"ok": true' in failure.got


@known(
    LEAVING,
    id="empty-room",
    says="마지막 사람이 나가면 그 room은 사라집니다. 없는 room을 `[ ]`로 찾아서 `KeyError`가 났습니다. "
    "`members.get(room, set())`처럼 없을 때의 값을 적어 주세요.",
)
def empty_room_is_gone(error):
    return error.type == "KeyError"


@known(
    LOSING,
    id="W14",
    says="`leave_room`의 순서가 바뀌어서 나가지 않았습니다. `sio.leave_room(sid, room)`처럼 `sid`를 먼저 적어 주세요.",
)
def lost_leave_room_arguments_swapped(source):
    return leaves_something_else(source, "disconnect")


@known(
    LOSING,
    id="counted-too-early",
    says="인원이 하나 많습니다. `disconnect`가 불릴 때 그 사람은 아직 room에 있습니다. 먼저 뺀 다음에 세어 주세요.",
)
def lost_counted_before_leaving(failure):
    return total_is_off(failure, 1)


@known(
    LOSING,
    id="counted-off-twice",
    says="인원이 하나 적습니다. 끊긴 사람을 이미 뺐는데 1을 또 뺐습니다. 뺀 다음에 그대로 세어 주세요.",
)
def lost_counted_off_twice(failure):
    return total_is_off(failure, -1)


@known(
    LOSING,
    id="one-room-only",
    says="끊긴 사람이 들어가 있던 room 가운데 하나에만 알렸습니다. 한 사람이 여러 room에 있을 수 있습니다. `for`로 "
    "모두 돌아 주세요.",
)
def lost_from_one_room_only(failure):
    if failure.error is not None:  # the handler broke before it came to the next room
        return False
    heard = any(moment.kind == "hears" and moment.event == "left" for moment in failure.timeline)
    return last_moment(failure) == "misses" and heard


@known(
    LOSING,
    id="nobody-told",
    says="연결이 끊겼는데 남은 사람들에게 `left`가 가지 않았습니다. room에서 나가는 일은 라이브러리가 하지만, 알리는 "
    "일은 `disconnect` 처리 함수가 해야 합니다.",
)
def nobody_is_told(failure, source):
    found = handler(source, "disconnect")
    return last_moment(failure) == "misses" and found is not None and "emit" not in found.calls


def leaves_something_else(source, event):
    """Whether `leave_room` in the handler of an event is handed the room first, or no sid at all."""
    found = handler(source, event)
    calls = [node for node in ast.walk(found.tree) if isinstance(node, ast.Call)] if found else []
    firsts = [call.args[0] for call in calls if dotted(call.func).endswith(".leave_room") and call.args]
    return any(isinstance(first, ast.Name) and first.id in ("room", "sio", "app") for first in firsts)
