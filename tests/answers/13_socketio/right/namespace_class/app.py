import socketio
from flask import Flask

app = Flask(__name__)
sio = socketio.Server(async_mode="threading")
app.wsgi_app = socketio.WSGIApp(sio, app.wsgi_app)


class Room(socketio.Namespace):
    def __init__(self):
        super().__init__("/")
        self.people = {}

    def on_connect(self, sid, environ, auth=None):
        try:
            nickname = auth["nickname"].strip()
        except (TypeError, KeyError, AttributeError):
            return False
        if not nickname:
            return False
        self.people[sid] = auth["nickname"]
        self.emit("welcome", {"nickname": auth["nickname"], "sid": sid, "people": len(self.people)}, room=sid)

    def on_disconnect(self, sid, reason):
        del self.people[sid]

    def on_my_event(self, sid, data):
        self.emit("my_reply", data, room=sid)

    def on_shout(self, sid, text):
        self.emit("shout", {"nickname": self.people[sid], "text": text})

    def on_add(self, sid, *data):
        match data:
            case ([int() | float() as a, int() | float() as b],):
                return a + b
        return {"error": "[수, 수]"}


room = Room()
sio.register_namespace(room)


@app.route("/online")
def online():
    return {"online": len(room.people)}


if __name__ == "__main__":
    app.run()
