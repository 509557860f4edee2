import socketio
from flask import Flask, render_template

app = Flask(__name__)
sio = socketio.Server(async_mode="threading")
app.wsgi_app = socketio.WSGIApp(sio, app.wsgi_app)

nicknames = {}


@app.get("/")
def index():
    return render_template("index.html")


@app.get("/online")
def online():
    return {"online": len(nicknames)}


@sio.event
def connect(environ, auth):
    sid = environ
    if not isinstance(auth, dict) or not str(auth.get("nickname", "")).strip():
        raise socketio.exceptions.ConnectionRefusedError("닉네임을 보내 주세요.")
    nicknames[sid] = auth["nickname"]
    sio.emit("welcome", {"sid": sid, "nickname": nicknames[sid]}, to=sid)


@sio.event
def disconnect(sid, reason):
    nicknames.pop(sid, None)


@sio.event
def my_event(sid, data=None):
    sio.emit("my_reply", data, to=sid)


@sio.event
def shout(sid, text):
    sio.emit("shout", {"nickname": nicknames[sid], "text": text})


@sio.event
def add(sid, numbers=None):
    if not isinstance(numbers, list) or len(numbers) != 2:
        return {"error": "리스트에 두 개를 넣어 주세요."}
    if not all(isinstance(number, (int, float)) for number in numbers):
        return {"error": "수를 넣어 주세요."}
    return sum(numbers)


if __name__ == "__main__":
    app.run(debug=True)
