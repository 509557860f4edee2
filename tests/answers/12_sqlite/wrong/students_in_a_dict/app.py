from db import close_db, init_db
from flask import Flask, abort, request

app = Flask(__name__)
init_db()
app.teardown_appcontext(close_db)

students = {}


@app.get("/students")
def list_students():
    name = request.args.get("name", "")
    found = [students[id] for id in sorted(students) if students[id]["name"].startswith(name)]
    return {"students": found}


@app.post("/students")
def add_student():
    student = {"phone_number": None, "birth_date": None, **request.get_json()}
    if student["id"] in students:
        abort(409)
    students[student["id"]] = student
    return student, 201
