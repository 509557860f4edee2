import sqlite3
from threading import Lock

from flask import Flask, abort, request
from markupsafe import escape

app = Flask(__name__)
lock = Lock()
con = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
con.execute("CREATE TABLE user (name TEXT PRIMARY KEY)")


def get_user(name):
    with lock:
        row = con.execute("SELECT name FROM user WHERE name = ?", (name,)).fetchone()
    return {"name": row[0]} if row else None


def make_user(name):
    with lock:
        con.execute("INSERT INTO user VALUES (?)", (name,))
    return {"name": name}


@app.get("/hello")
def hello():
    return "Hello"


@app.route("/user", methods=["GET", "DELETE"])
def one_user():
    name = request.args.get("userName") or abort(400)
    user = get_user(name) or abort(404)
    if request.method == "DELETE":
        with lock:
            con.execute("DELETE FROM user WHERE name = ?", (name,))
        return "", 204
    return user


@app.post("/user")
def add_user():
    name = request.args.get("userName") or abort(400)
    try:
        return make_user(name), 201
    except sqlite3.IntegrityError:
        abort(409)


@app.put("/user")
def rename_user():
    name = request.args.get("userName") or abort(400)
    new_name = request.args.get("newName") or abort(400)
    if not get_user(name):
        abort(404)
    try:
        with lock:
            con.execute("UPDATE user SET name = ? WHERE name = ?", (new_name, name))
    except sqlite3.IntegrityError:
        abort(409)
    return {"name": new_name}, 200


@app.get("/greet")
def greet():
    return f"Hello {escape(request.args.get('userName') or '손님')}"


if __name__ == "__main__":
    app.run(debug=True)
