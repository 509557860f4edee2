from collections import Counter
from threading import RLock

import socketio
from flask import Flask
from werkzeug.serving import run_simple

flask_app = Flask(__name__)
server = socketio.Server(async_mode="threading")
app = socketio.WSGIApp(server, flask_app)

lock = RLock()
totals = Counter()
inside = set()


@server.on("join")
def enter(sid, room):
    with lock:
        if (sid, room) not in inside:
            inside.add((sid, room))
            totals[room] += 1
            server.enter_room(sid, room)
            server.emit("joined", {"room": room, "total": totals[room]}, to=room, skip_sid=sid)
        return {"ok": True, "total": totals[room]}


def remove(sid, room):
    with lock:
        if (sid, room) not in inside:
            return {"ok": False, "error": f"You are not in {room}."}
        inside.remove((sid, room))
        totals[room] -= 1
        server.emit("left", {"room": room, "total": totals[room]}, to=room, skip_sid=sid)
        return {"ok": True, "total": totals[room]}


@server.on("leave")
def exit_room(sid, room):
    answer = remove(sid, room)
    if answer["ok"]:
        server.leave_room(sid, room)
    return answer


@server.on("say")
def speak(sid, data):
    if (sid, data["room"]) not in inside:
        return {"ok": False, "error": "outside"}
    server.emit("said", data, to=data["room"], skip_sid=sid)
    return {"ok": True}


@server.on("disconnect")
def gone(sid):
    for room in [room for other, room in inside.copy() if other == sid]:
        remove(sid, room)


if __name__ == "__main__":
    run_simple("127.0.0.1", 5000, app, threaded=True)
