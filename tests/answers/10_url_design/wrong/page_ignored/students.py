from flask import Blueprint, abort, request, url_for

bp = Blueprint("students", __name__)
students = {10101: {"id": 10101, "name": "김하늘", "class": 1}}


def find(student_id):
    if student_id not in students:
        abort(404, "없는 학생입니다.")
    return students[student_id]


def is_number(value):
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def read_student():
    data = request.get_json()
    if not isinstance(data, dict):
        abort(400, "객체가 아닙니다.")
    if not is_number(data.get("id")) or not is_number(data.get("class")):
        abort(400, "id와 class는 1 이상의 정수입니다.")
    if not isinstance(data.get("name"), str) or not data["name"]:
        abort(400, "name이 없습니다.")
    return data


def cut(found):
    page = request.args.get("page", 1, type=int)
    size = request.args.get("size", 20, type=int)
    if page < 1 or size < 1 or size > 100:
        abort(400, "page와 size를 확인하세요.")
    return {"students": found[:size]}


@bp.get("/students")
def list_students():
    class_no = request.args.get("class", type=int)
    found = list(students.values())
    if class_no is not None:
        found = [student for student in found if student["class"] == class_no]
    return cut(found)


@bp.post("/students")
def add_student():
    student = read_student()
    if student["id"] in students:
        abort(409, "이미 있는 학생입니다.")
    students[student["id"]] = student
    return student, 201, {"Location": url_for("students.show_student", student_id=student["id"])}


@bp.get("/students/<int:student_id>")
def show_student(student_id):
    return find(student_id)


@bp.put("/students/<int:student_id>")
def replace_student(student_id):
    find(student_id)
    student = read_student()
    if student["id"] != student_id:
        abort(400, "id가 다릅니다.")
    students[student_id] = student
    return student


@bp.delete("/students/<int:student_id>")
def remove_student(student_id):
    find(student_id)
    del students[student_id]
    return "", 204


@bp.get("/classes/<int:class_no>/students")
def list_class(class_no):
    return cut([student for student in students.values() if student["class"] == class_no])
