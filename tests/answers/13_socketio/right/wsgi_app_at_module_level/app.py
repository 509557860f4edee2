import socketio
from flask import Flask
from werkzeug.serving import run_simple

flask_app = Flask(__name__)
sio = socketio.Server()
app = socketio.WSGIApp(sio, flask_app)
nicknames = {}


@sio.event
def connect(sid, environ, auth):
    nickname = (auth or {}).get("nickname") if isinstance(auth, (dict, type(None))) else None
    if nickname is None or nickname.strip() == "":
        raise socketio.exceptions.ConnectionRefusedError("nickname", 400)
    nicknames[sid] = nickname
    sio.emit("welcome", {"sid": sid, "nickname": nickname}, to=[sid])


@sio.event
def disconnect(sid, reason):
    nicknames.pop(sid)


@sio.event
def my_event(sid, data):
    sio.emit("my_reply", data, to=sid)
    return "received"


@sio.event
def shout(sid, text):
    for other in list(nicknames):
        sio.emit("shout", {"nickname": nicknames[sid], "text": text}, to=other)


@sio.event
def add(sid, data=None):
    if type(data) is list and [type(value) in (int, float) for value in data] == [True, True]:
        return data[0] + data[1]
    return {"error": None}


@flask_app.get("/online")
def online():
    return {"online": len(nicknames), "who": list(nicknames.values())}


if __name__ == "__main__":
    run_simple("127.0.0.1", 5000, app, threaded=True)
