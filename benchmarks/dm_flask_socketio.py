"""The chat of lesson 15 once more, on Flask-SocketIO as its documentation begins: `SocketIO(app)` and no option."""

from __future__ import annotations

from collections import deque
from itertools import count
from threading import RLock
from typing import Any

from flask import Flask, request
from flask_socketio import SocketIO, emit, join_room

ROOM = "DM"
NEWEST = 200
LONGEST = 1000

app = Flask(__name__)
socketio = SocketIO(app)

members: set[str] = set()
history: deque[dict[str, Any]] = deque(maxlen=NEWEST)
numbers = count(1)
lock = RLock()


def note(text: str) -> dict[str, Any]:
    return {"message": text, "isSystem": True, "total": len(members)}


@socketio.on("connect")
def connect(auth: Any) -> None:
    with lock:
        members.add(request.sid)  # type: ignore[attr-defined]
        join_room(ROOM)
        emit("history", list(history))
        emit("message", note("대화에 들어왔습니다."))
        emit("message", note("새 사람이 들어왔습니다."), to=ROOM, include_self=False)
    emit("enable_message")


@socketio.on("message")
def message(text: Any = None) -> dict[str, Any]:
    if not isinstance(text, str) or not text.strip():
        return {"ok": False, "error": "글을 적어 주세요."}
    if len(text) > LONGEST:
        return {"ok": False, "error": f"{LONGEST}자까지 보낼 수 있습니다."}
    with lock:
        sent = {"message": text, "isSystem": False, "id": next(numbers)}
        history.append(sent)
        emit("message", sent, to=ROOM, include_self=False)
    return {"ok": True, "id": sent["id"]}


@socketio.on("disconnect")
def disconnect(reason: str) -> None:
    with lock:
        members.discard(request.sid)  # type: ignore[attr-defined]
        emit("message", note("한 사람이 나갔습니다."), to=ROOM, include_self=False)
