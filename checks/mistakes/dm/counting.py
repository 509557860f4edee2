"""Lesson 15: mistakes in counting who is there."""

from __future__ import annotations

import ast
import re

from mistakes.dm.tasks import COMING, LEAVING, REFUSING, SHOWING, TALKING
from shared.checking import KnownMistakes
from shared.probes.handlers import handler
from shared.probes.source import dotted

known = KnownMistakes()


@known(
    COMING,
    SHOWING,
    TALKING,
    REFUSING,
    LEAVING,
    id="D8",
    says="아무도 없는 room을 라이브러리 안의 표에서 찾아서 `KeyError`가 났습니다. 그 표를 쓰지 말고, 들어온 사람의 "
    "`sid`를 집합(set)에 담아 `len()`으로 세어 주세요.",
)
def room_is_not_there(error, source):
    at_the_table = error.type == "KeyError" and any("rooms" in frame.code for frame in error.frames)
    return at_the_table and not leave_room_is_given(source, "sid")


@known(
    COMING,
    SHOWING,
    LEAVING,
    id="no-total",
    says='시스템 메시지에 인원이 없습니다. `"total": 인원`을 함께 담아 주세요.',
)
def number_is_missing(failure):
    note = '"isSystem": true' in (failure.got or "")
    return note and '"total"' in (failure.expected or "") and '"total"' not in failure.got


@known(
    SHOWING,
    id="counted-too-early",
    says="인원이 하나 적습니다. 들어온 사람을 넣은 다음에 세어 주세요.",
)
def counted_before_coming_in(failure):
    return total_is_off(failure, -1)


@known(
    LEAVING,
    id="D6",
    says="`leave_room`에 서버 `sio`를 넣어서 아무도 나가지 않았습니다. 연결이 끊기면 room에서 저절로 나가므로 그 줄은 "
    "지우고, 사람의 수는 집합(set)으로 세어 주세요.",
)
def left_with_the_server(source, failure):
    return total_is_off(failure, 1) and leave_room_is_given(source, "sio", "server", "socketio")


@known(
    LEAVING,
    id="D7",
    says="인원이 하나 적습니다. `leave_room`으로 이미 나갔는데 1을 또 뺐습니다. `sid`를 집합(set)에서 뺀 다음에 "
    "`len()`으로 세면 마지막 사람까지 맞습니다.",
)
def counted_off_twice(source, failure):
    return total_is_off(failure, -1) and leave_room_is_given(source, "sid")


@known(
    LEAVING,
    id="D7",
    says="마지막 사람이 `leave_room`으로 나가면 그 room은 사라집니다. 없는 room을 찾아서 `KeyError`가 났습니다. "
    "`sid`를 집합(set)에서 뺀 다음에 `len()`으로 세면 마지막 사람까지 맞습니다.",
)
def empty_room_is_gone(source, error):
    return error.type == "KeyError" and leave_room_is_given(source, "sid")


@known(
    LEAVING,
    id="counted-too-early",
    says="인원이 하나 많습니다. 나간 사람을 먼저 뺀 다음에 세어 주세요.",
)
def counted_before_leaving(failure):
    return total_is_off(failure, 1)


def total_is_off(failure, difference):
    """Whether the number that was told is too high or too low by this much."""
    expected, got = (re.search(r'"total": (-?\d+)', text or "") for text in (failure.expected, failure.got))
    return expected is not None and got is not None and int(got[1]) - int(expected[1]) == difference


def leave_room_is_given(source, *names):
    """Whether `leave_room` in the handler of `disconnect` is handed one of these first."""
    found = handler(source, "disconnect")
    calls = [node for node in ast.walk(found.tree) if isinstance(node, ast.Call)] if found else []
    firsts = [call.args[0] for call in calls if dotted(call.func).endswith("leave_room") and call.args]
    return any(isinstance(first, ast.Name) and first.id in names for first in firsts)
