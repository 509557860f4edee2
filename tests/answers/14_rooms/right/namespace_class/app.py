import socketio
from flask import Flask

app = Flask(__name__)
sio = socketio.Server(async_mode="threading")


class Rooms(socketio.Namespace):
    def total(self, room):
        return sum(1 for _ in self.server.manager.get_participants("/", room))

    def on_join(self, sid, room):
        self.enter_room(sid, room)
        message = {"room": room, "total": self.total(room), "who": sid}
        self.emit("joined", message, room=room, skip_sid=[sid])
        return {"ok": True, **message}

    def on_leave(self, sid, room):
        if room not in self.rooms(sid):
            return {"ok": False, "error": 404}
        self.leave_room(sid, room)
        try:
            total = self.total(room)
        except KeyError:
            total = 0
        self.emit("left", {"room": room, "total": total}, room=room)
        return {"ok": True, "total": total}

    def on_say(self, sid, message):
        if message["room"] in self.rooms(sid):
            self.emit("said", {**message, "from": sid}, to=message["room"], skip_sid=sid)
            return {"ok": True}
        return {"ok": False, "error": "not inside"}

    def on_disconnect(self, sid, reason):
        for room in self.rooms(sid):
            if room != sid:
                self.emit("left", {"room": room, "total": self.total(room) - 1}, room=room, skip_sid=sid)


sio.register_namespace(Rooms("/"))
app.wsgi_app = socketio.WSGIApp(sio, app.wsgi_app)
