"""열린 대화: 모두가 한 room에 있고, 새로 온 사람은 앞의 메시지를 먼저 받습니다."""

import socketio
from flask import Flask, render_template

ROOM = "DM"
NEWEST = 200
LONGEST = 1000

app = Flask(__name__)
sio = socketio.Server(async_mode="threading")
app.wsgi_app = socketio.WSGIApp(sio, app.wsgi_app)


@app.get("/")
def index():
    """화면을 보냅니다."""
    return render_template("index.html")


# TODO 과제 2: connect 처리 함수에서 room에 넣고, 앞의 메시지, 자기의 시스템 메시지, enable_message를 차례로 보내세요.

# TODO 과제 3: 다른 사람들에게 인원이 적힌 시스템 메시지를 보내세요.

# TODO 과제 4: message 처리 함수에서 받은 글을 다른 모두에게 보내고, 남겨 두고, {"ok": True}를 돌려주세요.

# TODO 과제 5: 빈 글, 1,000자가 넘는 글, 글이 아닌 것은 {"ok": False, "error": ...}로 거절하세요.

# TODO 과제 6: disconnect 처리 함수에서 남은 사람들에게 인원을 알리세요.

# TODO 과제 7: 새 메시지 200개만 남기세요.

# TODO 과제 8: 이야기하는 동안 들어온 사람도 빠짐없이 한 번씩만 받게 하세요.


if __name__ == "__main__":
    app.run(debug=True)
