from threading import RLock

import socketio
from flask import Flask, render_template

app = Flask(__name__)
sio = socketio.Server(async_mode="threading")


class Chat(socketio.Namespace):
    def __init__(self):
        super().__init__("/")
        self.lock = RLock()
        self.here = []
        self.kept = []

    def note(self, words):
        return {"message": words, "isSystem": True, "total": len(self.here)}

    def keep(self, item):
        self.kept.append(item)
        said = [one for one in self.kept if not one["isSystem"]]
        if len(said) > 200:
            self.kept.remove(said[0])

    def on_connect(self, sid, environ, auth=None):
        with self.lock:
            self.here.append((sid, auth.get("who") if isinstance(auth, dict) else None))
            self.emit("history", list(self.kept), to=sid)
            self.enter_room(sid, "DM")
            self.emit("message", self.note("어서 오세요."), to=sid)
            joined = self.note("누가 왔습니다.")
            self.keep(joined)
            self.emit("message", joined, room="DM", skip_sid=sid)
            self.emit("enable_message", to=sid)

    def on_message(self, sid, data=None):
        if type(data) is not str or data.isspace() or not data or len(data) > 1000:
            return {"ok": False, "error": "보낼 수 없는 글입니다."}
        with self.lock:
            item = {"message": data, "isSystem": False, "sender": dict(self.here).get(sid)}
            self.keep(item)
            self.emit("message", item, room="DM", skip_sid=sid)
        return {"ok": True}

    def on_disconnect(self, sid, reason):
        with self.lock:
            self.here = [one for one in self.here if one[0] != sid]
            self.emit("message", self.note("누가 갔습니다."), room="DM", skip_sid=sid)


sio.register_namespace(Chat())
app.wsgi_app = socketio.WSGIApp(sio, app.wsgi_app)


@app.route("/")
def page():
    return render_template("index.html")


if __name__ == "__main__":
    app.run()
