from collections import deque
from threading import RLock

from flask import Flask, render_template, request
from flask_socketio import SocketIO, emit, join_room

app = Flask(__name__)
socketio = SocketIO(app, async_mode="threading")
messages = deque([], 200)
people = {}
lock = RLock()


@app.route("/")
def index():
    return render_template("index.html")


def system(text):
    return {"message": text, "isSystem": True, "total": len(people)}


@socketio.on("connect")
def come(auth=None):
    key = (auth or {}).get("key")
    with lock:
        people[request.sid] = key
        join_room("DM")
        earlier = [{"message": text, "isSystem": False, "mine": key == owner} for owner, text in messages]
        emit("history", earlier)
        emit("message", system("왔습니다."))
        emit("message", system("새 사람이 왔습니다."), to="DM", include_self=False)
    emit("enable_message")


@socketio.on("message")
def talk(text=None):
    if not isinstance(text, str) or text.strip() == "" or len(text) > 1000:
        return {"ok": False, "error": "1자에서 1000자까지 보낼 수 있습니다."}
    with lock:
        messages.append((people[request.sid], text))
        emit("message", {"message": text, "isSystem": False}, to="DM", include_self=False)
    return {"ok": True}


@socketio.on("disconnect")
def go(*reason):
    with lock:
        people.pop(request.sid, None)
        emit("message", system("갔습니다."), to="DM", include_self=False)


if __name__ == "__main__":
    socketio.run(app)
