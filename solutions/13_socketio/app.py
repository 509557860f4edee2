"""A Socket.IO server: nicknames, a reply, a shout, a sum, and the number of connections."""

from threading import Lock
from typing import Any

import socketio
from flask import Flask, render_template

app = Flask(__name__)
sio = socketio.Server(async_mode="threading")
app.wsgi_app = socketio.WSGIApp(sio, app.wsgi_app)

nicknames: dict[str, str] = {}
# every event runs in a thread of its own
lock = Lock()


@app.get("/")
def index() -> str:
    """Show the page to try it with."""
    return render_template("index.html")


@app.get("/online")
def online() -> dict[str, int]:
    """Say how many connections stand."""
    with lock:
        return {"online": len(nicknames)}


@sio.event
def connect(sid: str, environ: dict[str, Any], auth: Any) -> None:
    """Take in whoever says a nickname, and refuse everybody else."""
    nickname = auth.get("nickname") if isinstance(auth, dict) else None
    if not isinstance(nickname, str) or not nickname.strip():
        raise socketio.exceptions.ConnectionRefusedError("닉네임을 보내 주세요.")
    with lock:
        nicknames[sid] = nickname
    sio.emit("welcome", {"sid": sid, "nickname": nickname}, to=sid)


@sio.event
def disconnect(sid: str, reason: str) -> None:
    """Forget who has left."""
    with lock:
        nicknames.pop(sid, None)


@sio.event
def my_event(sid: str, data: Any = None) -> None:
    """Send the value back to its sender alone."""
    sio.emit("my_reply", data, to=sid)


@sio.event
def shout(sid: str, text: Any = None) -> None:
    """Send a text to everybody, its sender too."""
    if isinstance(text, str):
        with lock:
            nickname = nicknames[sid]
        sio.emit("shout", {"nickname": nickname, "text": text})


@sio.event
def add(sid: str, numbers: Any = None) -> int | float | dict[str, str]:
    """Acknowledge two numbers with their sum."""
    if not isinstance(numbers, list) or len(numbers) != 2 or not all(is_number(number) for number in numbers):
        return {"error": "수 두 개를 리스트로 보내 주세요."}
    return numbers[0] + numbers[1]


def is_number(value: Any) -> bool:
    """Whether this is a number as JSON knows it. True and False are ints for Python only."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


if __name__ == "__main__":
    app.run(debug=True)
