import sqlite3
from pathlib import Path

from flask import Flask, jsonify, request

app = Flask(__name__)
FILE = str(Path(__file__).parent / "student.sqlite3")


def query(sql, values=()):
    """행의 목록과 바뀐 행의 수를 돌려줍니다."""
    con = sqlite3.connect(FILE)
    try:
        cur = con.cursor()
        cur.execute(sql, values)
        names = [column[0] for column in cur.description or []]
        rows = [dict(zip(names, row)) for row in cur.fetchall()]
        con.commit()
        return rows, cur.rowcount
    finally:
        con.close()


query("create table if not exists student_list (id integer primary key, name text, phone_number text, birth_date text)")


@app.route("/students", methods=["GET", "POST"])
def students():
    if request.method == "POST":
        try:
            student = request.get_json()
            number = student["id"]
            name = student.get("name", "이름 없음")
        except (KeyError, TypeError, AttributeError):
            return "bad", 400
        if type(number) is not int or type(name) is not str or name == "":
            return "bad", 400
        try:
            query(
                "insert into student_list values (?, ?, ?, ?)",
                (number, name, student.get("phone_number"), student.get("birth_date")),
            )
        except sqlite3.IntegrityError:
            return "conflict", 409
        rows, _ = query("select * from student_list where id = ?", (number,))
        return jsonify(rows[0]), 201
    if request.args.get("name"):
        rows, _ = query(
            "select * from student_list where name >= ? and name < ? order by id",
            (request.args["name"], request.args["name"] + chr(0x10FFFF)),
        )
    else:
        rows, _ = query("select * from student_list order by id")
    return jsonify(students=rows)


@app.get("/students/<int:number>")
def student(number):
    rows, _ = query("select * from student_list where id = ?", (number,))
    return (jsonify(rows[0]), 200) if rows else ("", 404)


@app.put("/students/<int:number>")
def change(number):
    student = request.get_json()
    if not isinstance(student, dict):
        return "bad", 400
    name = student.get("name", "이름 없음")
    if type(name) is not str or name == "":
        return "bad", 400
    _, count = query(
        "update student_list set name = ?, phone_number = ?, birth_date = ? where id = ?",
        (name, student.get("phone_number"), student.get("birth_date"), number),
    )
    return student | {"id": number} if count else ("", 404)


@app.delete("/students/<int:number>")
def remove(number):
    _, count = query("delete from student_list where id = ?", (number,))
    return "", 204 if count else 404
