"""Lesson 15: mistakes in the server.

The first that matches is told, so what is certain from one line of code stands before what shows in the behaviour.
"""

from __future__ import annotations

import ast
import re

from shared.checking import KnownMistakes
from shared.probes.handlers import handler
from shared.probes.source import dotted

known = KnownMistakes()

COMING, SHOWING, TALKING, REFUSING, LEAVING, KEEPING, MEETING = 2, 3, 4, 5, 6, 7, 8


@known(
    1,
    id="W5",
    says="`server`라는 이름은 없습니다. `sio = socketio.Server()`로 만들었으면 `socketio.WSGIApp(sio, app.wsgi_app)`"
    "처럼 같은 이름 `sio`를 넣어 주세요.",
)
def server_has_another_name(load_error, error):
    return error.type == "NameError" and "'server'" in error.text


@known(
    1,
    id="W7",
    says="`sio`가 서버가 아니라 클라이언트입니다. `app.py`는 서버이므로 `sio = socketio.Server()`로 만들어 주세요.",
)
def client_for_server(load_error, error):
    return error.type == "AttributeError" and "'SimpleClient' object has no attribute" in error.text


@known(
    COMING,
    id="connect-parameters",
    says="`connect` 처리 함수의 매개변수가 모자랍니다. 서버는 `sid`, `environ`, `auth`를 차례로 넣어 부릅니다. "
    "`def connect(sid, environ, auth):`라고 적어 주세요.",
)
def connect_takes_too_little(source):
    return takes_less_than(source, "connect", 2)  # two are enough: the library tries that too


@known(
    TALKING,
    REFUSING,
    id="no-sid",
    says="`message` 처리 함수의 매개변수가 모자랍니다. 서버의 처리 함수는 맨 앞에서 보낸 사람의 `sid`를 받습니다. "
    "`(sid, text=None)`처럼 적어 주세요.",
)
def message_takes_too_little(source):
    return takes_less_than(source, "message", 2)


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


@known(
    KEEPING,
    id="D11",
    says="남겨 두는 메시지에 끝이 없습니다. 오래 켜 두면 메모리가 차고, 새로 온 사람은 오래 기다립니다. "
    "`deque(maxlen=200)`을 써 주세요.",
)
def no_limit(failure):
    return count_in(failure.got) > count_in(failure.expected) > 0


@known(
    KEEPING,
    id="notes-count",
    says="메시지가 200개보다 적습니다. 들어오고 나간 알림도 함께 남겼으면 알림이 자리를 차지합니다. 사람이 보낸 "
    "메시지만 세어서 남겨 주세요.",
)
def notes_take_the_place(failure):
    return 0 < count_in(failure.got) < count_in(failure.expected)


@known(
    MEETING,
    id="D13",
    says="들어오는 동안 온 메시지를 두 번 받았거나 받지 못했습니다. room에 넣는 일과 앞의 메시지를 보내는 일 사이에 "
    "다른 메시지가 끼어들었습니다. 두 일과 메시지를 보내는 일을 같은 잠금(lock) 안에서 해 주세요.",
)
def something_came_between(failure):
    return (failure.expected or "").endswith(": 한 번")


def takes_less_than(source, event, count):
    """Whether the handler of an event has fewer parameters than the library calls it with."""
    found = handler(source, event)
    if found is None or found.takes_any or source.has("app.py", r"\bflask_socketio\b"):
        return False
    return len(found.parameters) < count


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


def count_in(text):
    """The number of messages that a value tells, or 0."""
    found = re.search(r"메시지 (\d+)개", text or "")
    return int(found[1]) if found else 0
