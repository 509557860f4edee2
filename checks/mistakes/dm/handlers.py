"""Lesson 15: mistakes in making the server, and in what its handlers take."""

from __future__ import annotations

from mistakes.dm.tasks import COMING, REFUSING, SERVING, TALKING
from shared.checking import KnownMistakes
from shared.probes.handlers import handler

known = KnownMistakes()


@known(
    SERVING,
    id="W5",
    says="`server`라는 이름은 없습니다. `sio = socketio.Server()`로 만들었으면 `socketio.WSGIApp(sio, app.wsgi_app)`"
    "처럼 같은 이름 `sio`를 넣어 주세요.",
)
def server_has_another_name(load_error, error):
    return error.type == "NameError" and "'server'" in error.text


@known(
    SERVING,
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


def takes_less_than(source, event, count):
    """Whether the handler of an event has fewer parameters than the library calls it with."""
    found = handler(source, event)
    if found is None or found.takes_any or source.has("app.py", r"\bflask_socketio\b"):
        return False
    return len(found.parameters) < count
