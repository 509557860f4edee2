import socketio
from flask import Flask, render_template

app = Flask(__name__)
sio = socketio.Server(async_mode="threading")
app.wsgi_app = socketio.WSGIApp(sio, app.wsgi_app)

members = {}


@app.get("/")
def index():
    return render_template("index.html")


@sio.event
def join(sid, room):
    sio.enter_room(sid, room)
    members.setdefault(room, set()).add(sid)
    total = len(members[room])
    sio.emit("joined", {"room": room, "total": total}, to=room, skip_sid=sid)
    return {"ok": True, "total": total}


@sio.event
def leave(sid, room):
    if room not in sio.rooms(sid):
        return {"ok": False, "error": "그 room에 없습니다."}
    sio.leave_room(sid, room)
    members[room].discard(sid)
    total = len(members[room])
    sio.emit("left", {"room": room, "total": total}, to=room)
    return {"ok": True, "total": total}


@sio.event
def say(sid, data):
    room = data["room"]
    sio.emit("said", {"room": room, "text": data["text"]}, to=room, skip_sid=sid)
    return {"ok": True}


@sio.event
def disconnect(sid, reason):
    for room, people in members.items():
        if sid in people:
            people.discard(sid)
            sio.emit("left", {"room": room, "total": len(people)}, to=room, skip_sid=sid)


if __name__ == "__main__":
    app.run(debug=True)
