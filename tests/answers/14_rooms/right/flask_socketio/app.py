from threading import RLock

from flask import Flask, render_template, request
from flask_socketio import SocketIO, close_room, emit, join_room, leave_room

app = Flask(__name__)
socketio = SocketIO(app)
members = {}
lock = RLock()


@app.route("/")
def index():
    return render_template("index.html")


@socketio.on("join")
def join(room):
    with lock:
        inside = members.setdefault(room, set())
        is_new = request.sid not in inside
        inside.add(request.sid)
        join_room(room)
        if is_new:
            emit("joined", {"room": room, "total": len(inside)}, to=room, include_self=False)
        return {"ok": True, "total": len(inside)}


@socketio.on("leave")
def leave(room):
    with lock:
        if request.sid not in members.get(room, ()):
            return {"ok": False, "error": "그 room에 없습니다."}
        leave_room(room)
        return {"ok": True, "total": take_out(room)}


@socketio.on("say")
def say(data):
    if request.sid not in members.get(data["room"], ()):
        return {"ok": False, "error": "그 room에 없습니다."}
    emit("said", {"room": data["room"], "text": data["text"]}, to=data["room"], include_self=False)
    return {"ok": True}


@socketio.on("disconnect")
def disconnect(reason=None):
    with lock:
        for room in [room for room, inside in members.items() if request.sid in inside]:
            take_out(room)


def take_out(room):
    members[room].discard(request.sid)
    total = len(members[room])
    if total == 0:
        del members[room]
        close_room(room)
        return 0
    emit("left", {"room": room, "total": total}, to=room, include_self=False)
    return total


if __name__ == "__main__":
    socketio.run(app, debug=True)
