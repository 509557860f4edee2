from flask import Flask, jsonify, render_template, request
from flask_socketio import ConnectionRefusedError, SocketIO, emit

app = Flask(__name__)
socketio = SocketIO(app, async_mode="threading")
nicknames = {}


@app.route("/")
def index():
    return render_template("index.html")


@app.route("/online")
def online():
    return jsonify(online=len(nicknames))


@socketio.on("connect")
def connect(auth=None):
    nickname = auth.get("nickname") if isinstance(auth, dict) else None
    if not isinstance(nickname, str) or not nickname.strip():
        raise ConnectionRefusedError("닉네임이 필요합니다.")
    nicknames[request.sid] = nickname
    emit("welcome", {"sid": request.sid, "nickname": nickname})


@socketio.on("disconnect")
def disconnect(reason=None):
    nicknames.pop(request.sid, None)


@socketio.on("my_event")
def my_event(value):
    emit("my_reply", value)


@socketio.on("shout")
def shout(text):
    emit("shout", {"nickname": nicknames[request.sid], "text": text}, broadcast=True)


@socketio.on("add")
def add(numbers=None):
    if not isinstance(numbers, list) or [type(number) in (int, float) for number in numbers] != [True, True]:
        return {"error": "수 두 개가 든 리스트를 보내 주세요."}
    return sum(numbers)


if __name__ == "__main__":
    socketio.run(app)
