"""14. room: 과제를 이 파일에서 풉니다."""

import socketio
from flask import Flask, render_template

app = Flask(__name__)
sio = socketio.Server(async_mode="threading")
app.wsgi_app = socketio.WSGIApp(sio, app.wsgi_app)


@app.get("/")
def index():
    return render_template("index.html")


# TODO 과제 1: "join"으로 받은 이름의 room에 들어가게 하세요. 인원을 답하고, 다른 사람들에게 "joined"를 보냅니다.


# TODO 과제 2: "leave"로 받은 이름의 room에서 나가게 하세요. 인원을 답하고, 남은 사람들에게 "left"를 보냅니다.


# TODO 과제 3: "say"로 받은 글을 room의 다른 사람들에게 "said"로 보내세요.


# TODO 과제 4: room에 없는 사람은 그 room에 말할 수 없게 하세요.


# TODO 과제 5: 연결이 끊긴 사람을 room에서 빼고, 남은 사람들에게 "left"를 보내세요.


if __name__ == "__main__":
    app.run(debug=True)
