from threading import Lock

from flask import Flask, jsonify
from socketio import Server, WSGIApp

app = Flask(__name__)
server = Server(async_mode="threading", async_handlers=False)
app.wsgi_app = WSGIApp(server, app.wsgi_app)
lock = Lock()
count = 0


@server.on("connect")
def greet(sid, environ, auth):
    global count
    nickname = auth.get("nickname", "") if isinstance(auth, dict) else ""
    if not nickname or nickname.isspace():
        raise ConnectionRefusedError("who are you?")
    server.save_session(sid, {"nickname": nickname})
    with lock:
        count += 1
    server.emit("welcome", {"sid": sid, "nickname": nickname}, to=sid)


@server.on("disconnect")
def gone(sid):
    global count
    with lock:
        count -= 1


@server.on("my_event")
def reply(sid, value=None):
    server.emit("my_reply", (value,), to=sid)


@server.on("shout")
def tell_all(sid, text):
    with server.session(sid) as session:
        server.emit("shout", {"text": text, "nickname": session["nickname"]})


@server.on("add")
def sum_up(sid, numbers=None):
    try:
        a, b = numbers
        return float(a - 0 + b) if isinstance(numbers, list) else {"error": "no list"}
    except (TypeError, ValueError) as error:
        return {"error": str(error)}


@app.get("/online")
def online():
    return jsonify(online=count)
