import sqlite3

from db import close_db, get_db, init_db
from flask import Flask, abort, request

app = Flask(__name__)
init_db()
app.teardown_appcontext(close_db)


def read_student():
    data = request.get_json()
    if not isinstance(data, dict):
        abort(400)
    name = data.get("name", "이름 없음")
    if not isinstance(name, str) or name == "":
        abort(400)
    return {
        "id": data.get("id"),
        "name": name,
        "phone_number": data.get("phone_number"),
        "birth_date": data.get("birth_date"),
    }


@app.get("/students")
def list_students():
    con = get_db()
    prefix = request.args.get("name")
    if prefix is None:
        cur = con.execute("SELECT * FROM student_list ORDER BY id")
    else:
        cur = con.execute("SELECT * FROM student_list WHERE name LIKE ? || '%' ORDER BY id", (prefix,))
    return {"students": [dict(row) for row in cur.fetchall()]}


@app.post("/students")
def add_student():
    student = read_student()
    if type(student["id"]) is not int:
        abort(400)
    con = get_db()
    try:
        con.execute("INSERT INTO student_list VALUES (?, ?, ?, ?)", tuple(student.values()))
        con.execute("INSERT INTO student_list VALUES (:id, :name, :phone_number, :birth_date)", student)
        con.commit()
    except sqlite3.IntegrityError:
        abort(409)
    return student, 201


@app.get("/students/<int:student_id>")
def show_student(student_id):
    con = get_db()
    row = con.execute("SELECT * FROM student_list WHERE id = ?", (student_id,)).fetchone()
    if row is None:
        abort(404)
    return dict(row)


@app.put("/students/<int:student_id>")
def change_student(student_id):
    student = read_student()
    student["id"] = student_id
    con = get_db()
    cur = con.execute(
        "UPDATE student_list SET name = :name, phone_number = :phone_number, birth_date = :birth_date WHERE id = :id",
        student,
    )
    con.commit()
    if cur.rowcount == 0:
        abort(404)
    return student


@app.delete("/students/<int:student_id>")
def remove_student(student_id):
    con = get_db()
    cur = con.execute("DELETE FROM student_list WHERE id = ?", (student_id,))
    con.commit()
    if cur.rowcount == 0:
        abort(404)
    return "", 204


if __name__ == "__main__":
    app.run(debug=True)
