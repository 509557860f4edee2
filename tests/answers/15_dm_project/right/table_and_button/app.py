import sqlite3
import threading

import socketio
from flask import Flask, render_template

app = Flask(__name__)
sio = socketio.Server(async_mode="threading", cors_allowed_origins=None)
app.wsgi_app = socketio.WSGIApp(sio, app.wsgi_app)

con = sqlite3.connect(":memory:", check_same_thread=False)
con.execute("CREATE TABLE messages (id INTEGER PRIMARY KEY, sender TEXT, text TEXT)")
one_at_a_time = threading.RLock()
inside = set()


@app.get("/")
def index():
    return render_template("index.html")


def as_message(row):
    return {"id": row[0], "sender": row[1], "message": row[2], "isSystem": False}


def tell(text, **where):
    sio.emit("message", {"message": text, "isSystem": True, "total": len(inside)}, **where)


@sio.on("connect")
def connect(sid, environ, auth):
    with one_at_a_time:
        inside.add(sid)
        rows = con.execute("SELECT id, sender, text FROM messages ORDER BY id DESC LIMIT 200").fetchall()
        sio.save_session(sid, {"who": auth.get("key") if isinstance(auth, dict) else sid})
        sio.emit("history", [as_message(row) for row in reversed(rows)], room=sid)
        tell("들어왔습니다.", room=sid)
        tell("들어왔습니다.", room="DM")
        sio.enter_room(sid, "DM")
        sio.emit("enable_message", {}, room=sid)


@sio.on("message")
def message(sid, *data):
    if len(data) != 1 or not isinstance(data[0], str):
        return {"ok": False, "error": "글이 아닙니다."}
    text = data[0]
    if not text.strip() or len(text) > 1000:
        return {"ok": False, "error": "너무 짧거나 깁니다."}
    with one_at_a_time:
        who = sio.get_session(sid)["who"]
        cur = con.execute("INSERT INTO messages (sender, text) VALUES (?, ?)", (who, text))
        sio.emit("message", as_message((cur.lastrowid, who, text)), room="DM", skip_sid=[sid])
        return {"ok": True, "id": cur.lastrowid}


@sio.on("disconnect")
def disconnect(sid, reason):
    with one_at_a_time:
        inside.discard(sid)
        sio.leave_room(sid, "DM")
        tell("나갔습니다.", room="DM")


if __name__ == "__main__":
    app.run(port=5000)
