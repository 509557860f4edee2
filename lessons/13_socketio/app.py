"""13. 이벤트: 과제를 이 파일에서 풉니다."""

import socketio
from flask import Flask, render_template

app = Flask(__name__)
sio = socketio.Server(async_mode="threading")
app.wsgi_app = socketio.WSGIApp(sio, app.wsgi_app)


@app.get("/")
def index():
    return render_template("index.html")


# TODO 과제 1: 닉네임이 없는 연결은 거절하고, 닉네임이 있으면 그 사람에게만 "welcome"을 보내세요.


# TODO 과제 2: "my_event"로 받은 값을 "my_reply"로 보낸 사람에게만 돌려보내세요.


# TODO 과제 3: "shout"로 받은 글을 닉네임과 함께 모두에게 "shout"로 보내세요.


# TODO 과제 4: "add"로 받은 두 수의 합을 확인 응답으로 돌려주세요.


# TODO 과제 5: "/online"을 열면 지금 연결된 수를 답하세요. 연결과 끊김을 세어야 합니다.


if __name__ == "__main__":
    app.run(debug=True)
