import sqlite3
from contextlib import closing

from flask import Flask, abort, request

app = Flask(__name__)

with closing(sqlite3.connect("student.sqlite3")) as con:
    con.execute(
        """
        CREATE TABLE IF NOT EXISTS student_list (
            id INTEGER PRIMARY KEY, name TEXT, phone_number TEXT, birth_date TEXT
        )
        """
    )


def bad_name(data):
    return "name" in data and (not isinstance(data["name"], str) or not data["name"])


@app.get("/students")
def list_students():
    name = request.args.get("name", "")
    with closing(sqlite3.connect("student.sqlite3")) as con:
        con.row_factory = sqlite3.Row
        cur = con.cursor()
        cur.execute("SELECT id, name, phone_number, birth_date FROM student_list ORDER BY id")
        # fewer than a thousand: the names are compared here
        students = [dict(row) for row in cur if row["name"].startswith(name)]
    return {"students": students, "count": len(students)}


@app.post("/students")
def add_student():
    data = request.get_json()
    if not isinstance(data, dict) or bad_name(data):
        abort(400)
    if not isinstance(data.get("id"), int) or isinstance(data["id"], bool):
        abort(400)
    values = (data["id"], data.get("name"), data.get("phone_number"), data.get("birth_date"))
    with closing(sqlite3.connect("student.sqlite3")) as con:
        found = con.execute("SELECT id FROM student_list WHERE id = ?", (data["id"],)).fetchone()
        if found:
            return {"error": "already there"}, 409
        con.execute("INSERT INTO student_list (id, name, phone_number, birth_date) VALUES (?, ?, ?, ?)", values)
        con.commit()
    return dict(zip(["id", "name", "phone_number", "birth_date"], values)), 201


@app.route("/students/<int:id>", methods=["GET", "PUT", "DELETE"])
def one_student(id):
    with closing(sqlite3.connect("student.sqlite3")) as con:
        con.row_factory = sqlite3.Row
        row = con.execute("SELECT * FROM student_list WHERE id = ?", [id]).fetchone()
        if row is None:
            abort(404)
        if request.method == "PUT":
            data = request.get_json()
            if not isinstance(data, dict) or bad_name(data):
                abort(400)
            with con:
                con.execute(
                    "UPDATE student_list SET name = ?, phone_number = ?, birth_date = ? WHERE id = ?",
                    (data.get("name"), data.get("phone_number"), data.get("birth_date"), id),
                )
            row = con.execute("SELECT * FROM student_list WHERE id = ?", [id]).fetchone()
        elif request.method == "DELETE":
            with con:
                con.execute("DELETE FROM student_list WHERE id = ?", [id])
            return "", 204
    return dict(row)
