"""An open chat: everybody is in one room, and whoever comes gets the newest messages first."""

from collections import deque
from itertools import count
from threading import RLock
from typing import Any

import socketio
from flask import Flask, render_template

ROOM = "DM"
NEWEST = 200
LONGEST = 1000

app = Flask(__name__)
sio = socketio.Server(async_mode="threading")
app.wsgi_app = socketio.WSGIApp(sio, app.wsgi_app)

Message = dict[str, Any]

# who is here: the sid of a connection, and the key of its page
members: dict[str, str | None] = {}
# the newest messages, each with the key of the page that sent it
history: deque[tuple[str | None, Message]] = deque(maxlen=NEWEST)
numbers = count(1)
# Every event runs in a thread of its own. Whoever holds the lock may take it again: while a message is sent, the
# library may notice that a line is lost, and calls disconnect() in the middle of it.
lock = RLock()


@app.get("/")
def index() -> str:
    """Show the page."""
    return render_template("index.html")


@sio.event
def connect(sid: str, environ: dict[str, Any], auth: Any) -> None:
    """Let somebody in: the earlier messages first, then a note to all."""
    key = auth.get("key") if isinstance(auth, dict) else None
    # All in one piece: a message that comes meanwhile is either in the history or sent to the room, never both.
    with lock:
        members[sid] = key if isinstance(key, str) else None
        sio.enter_room(sid, ROOM)
        sio.emit("history", earlier_messages(members[sid]), to=sid)
        sio.emit("message", note("대화에 들어왔습니다."), to=sid)
        sio.emit("message", note("새 사람이 들어왔습니다."), to=ROOM, skip_sid=sid)
    sio.emit("enable_message", to=sid)


@sio.event
def message(sid: str, text: Any = None) -> dict[str, Any]:
    """Pass a text on to all others, and keep it for those who come later."""
    if not isinstance(text, str) or not text.strip():
        return {"ok": False, "error": "글을 적어 주세요."}
    if len(text) > LONGEST:
        return {"ok": False, "error": f"{LONGEST}자까지 보낼 수 있습니다."}
    sent: Message = {"message": text, "isSystem": False, "id": next(numbers)}
    history.append((members.get(sid), sent))
    sio.emit("message", sent, to=ROOM, skip_sid=sid)
    return {"ok": True, "id": sent["id"]}


@sio.event
def disconnect(sid: str, reason: str) -> None:
    """Tell those who stay how many they are."""
    with lock:
        members.pop(sid, None)
        sio.emit("message", note("한 사람이 나갔습니다."), to=ROOM, skip_sid=sid)


def note(text: str) -> Message:
    """A message of the server itself, with the number of people."""
    return {"message": text, "isSystem": True, "total": len(members)}


def earlier_messages(key: str | None) -> list[Message]:
    """The history as one page sees it: `mine` marks what that page has sent. Nobody sees another page's key."""
    return [{**sent, "mine": key is not None and sender == key} for sender, sent in history]


if __name__ == "__main__":
    app.run(debug=True)
