import sqlite3
from pathlib import Path

from db import database
from flask import Flask, request

app = Flask(__name__)

with database() as con:
    con.executescript(Path(__file__).with_name("schema.sql").read_text(encoding="utf-8"))


def wrong(data, with_id):
    if not isinstance(data, dict):
        return True
    if with_id and type(data.get("id")) is not int:
        return True
    return "name" in data and (type(data["name"]) is not str or not data["name"].strip())


def fetch(con, id):
    row = con.execute("SELECT * FROM student_list WHERE id = :id", {"id": id}).fetchone()
    return dict(row) if row else None


@app.get("/students")
def list_students():
    with database() as con:
        if "name" in request.args:
            prefix = request.args["name"]
            rows = con.execute(
                "SELECT * FROM student_list WHERE substr(name, 1, ?) = ? ORDER BY id", (len(prefix), prefix)
            ).fetchall()
        else:
            rows = con.execute("SELECT * FROM student_list ORDER BY id").fetchall()
    return {"students": list(map(dict, rows))}


@app.post("/students")
def add_student():
    data = request.get_json(silent=True)
    if wrong(data, True):
        return {"error": "wrong"}, 400
    data = {"name": "이름 없음", "phone_number": None, "birth_date": None} | data
    try:
        with database() as con:
            con.execute(
                "INSERT INTO student_list (id, name, phone_number, birth_date)"
                " VALUES (:id, :name, :phone_number, :birth_date)",
                data,
            )
    except sqlite3.IntegrityError:
        return {"error": "taken"}, 409
    with database() as con:
        return fetch(con, data["id"]), 201


@app.get("/students/<int:id>")
def show_student(id):
    with database() as con:
        student = fetch(con, id)
    return student or ({"error": "nobody"}, 404)


@app.put("/students/<int:id>")
def replace_student(id):
    data = request.get_json(silent=True)
    if wrong(data, False):
        return {"error": "wrong"}, 400
    data = {"name": "이름 없음", "phone_number": None, "birth_date": None} | data
    with database() as con:
        con.execute(
            "UPDATE student_list SET name = ?, phone_number = ?, birth_date = ? WHERE id = ?",
            (data["name"], data["phone_number"], data["birth_date"], id),
        )
        student = fetch(con, id)
    return student or ({"error": "nobody"}, 404)


@app.delete("/students/<int:id>")
def remove_student(id):
    with database() as con:
        if fetch(con, id) is None:
            return {"error": "nobody"}, 404
        con.execute("DELETE FROM student_list WHERE id = ?", (id,))
    return "", 204
