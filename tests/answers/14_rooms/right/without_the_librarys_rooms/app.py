import socketio
from flask import Flask

app = Flask(__name__)
sio = socketio.Server()
app.wsgi_app = socketio.WSGIApp(sio, app.wsgi_app)
rooms: dict[str, list[str]] = {}


def tell(event, message, sid):
    for other in list(rooms.get(message["room"], [])):
        if other != sid:
            sio.emit(event, message, to=other)


@sio.on("*")
def anything(event, sid, data=None):
    room = data["room"] if isinstance(data, dict) else data
    people = rooms.setdefault(room, [])
    if event == "join":
        if sid not in people:
            people.append(sid)
        tell("joined", {"room": room, "total": len(people)}, sid)
    elif sid not in people:
        return {"ok": False, "error": f"{event}: not in {room}"}
    elif event == "leave":
        people.remove(sid)
        tell("left", {"room": room, "total": len(people)}, sid)
    elif event == "say":
        tell("said", {"room": room, "text": data["text"]}, sid)
    return {"ok": True, "total": len(people)}


@sio.event
def disconnect(sid, reason):
    for room, people in rooms.items():
        if sid in people:
            people.remove(sid)
            tell("left", {"room": room, "total": len(people)}, sid)


if __name__ == "__main__":
    app.run(port=5001)
