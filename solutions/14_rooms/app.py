"""Rooms: going in and out, talking to those inside, and the right number of people at every moment."""

from threading import Lock
from typing import Any

import socketio
from flask import Flask, render_template

app = Flask(__name__)
sio = socketio.Server(async_mode="threading")
app.wsgi_app = socketio.WSGIApp(sio, app.wsgi_app)

members: dict[str, set[str]] = {}
# every event runs in a thread of its own
lock = Lock()


@app.get("/")
def index() -> str:
    """Show the page to try it with."""
    return render_template("index.html")


@sio.event
def join(sid: str, room: Any = None) -> dict[str, Any]:
    """Go into a room, and tell those inside."""
    if not isinstance(room, str) or not room:
        return {"ok": False, "error": "room의 이름을 보내 주세요."}
    with lock:
        inside = members.setdefault(room, set())
        is_new = sid not in inside
        inside.add(sid)
        total = len(inside)
    sio.enter_room(sid, room)
    if is_new:
        sio.emit("joined", {"room": room, "total": total}, to=room, skip_sid=sid)
    return {"ok": True, "total": total}


@sio.event
def leave(sid: str, room: Any = None) -> dict[str, Any]:
    """Go out of a room, and tell those who stay."""
    if not is_inside(sid, room):
        return {"ok": False, "error": "이 room에 있지 않습니다."}
    sio.leave_room(sid, room)
    return {"ok": True, "total": take_out(sid, room)}


@sio.event
def say(sid: str, data: Any = None) -> dict[str, Any]:
    """Send a text to all others in a room."""
    room = data.get("room") if isinstance(data, dict) else None
    if not is_inside(sid, room):
        return {"ok": False, "error": "이 room에 있지 않습니다."}
    sio.emit("said", {"room": room, "text": data.get("text")}, to=room, skip_sid=sid)
    return {"ok": True}


@sio.event
def disconnect(sid: str, reason: str) -> None:
    """Take whoever is gone out of all rooms."""
    with lock:
        rooms = [room for room, inside in members.items() if sid in inside]
    for room in rooms:
        take_out(sid, room)


def is_inside(sid: str, room: Any) -> bool:
    """Whether this connection is in the room."""
    with lock:
        return isinstance(room, str) and sid in members.get(room, set())


def take_out(sid: str, room: str) -> int:
    """Count without this connection, and tell those who stay how many they are."""
    with lock:
        inside = members.get(room, set())
        inside.discard(sid)
        total = len(inside)
        if not inside:
            members.pop(room, None)
    sio.emit("left", {"room": room, "total": total}, to=room, skip_sid=sid)
    return total


if __name__ == "__main__":
    app.run(debug=True)
