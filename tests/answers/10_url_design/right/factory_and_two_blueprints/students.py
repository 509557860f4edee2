from flask import Blueprint, request, url_for
from werkzeug.exceptions import BadRequest, Conflict, HTTPException, NotFound

bp = Blueprint("students", __name__, url_prefix="/students")
roll = {n: {"id": n, "name": f"학생 {n}", "class": n % 9 + 1} for n in range(1, 251)}


@bp.app_errorhandler(HTTPException)
def in_json(error):
    return {"error": f"{error.code} {error.name}"}, error.code


def cut(students):
    try:
        page = int(request.args.get("page", 1))
        size = int(request.args.get("size", 20))
    except ValueError:
        raise BadRequest()
    if page < 1 or not 1 <= size <= 100:
        raise BadRequest()
    ordered = sorted(students, key=lambda student: (student["name"], student["id"]))
    return {"students": ordered[(page - 1) * size : page * size]}


def body():
    data = request.get_json()
    match data:
        case {"id": int(number), "name": str(name), "class": int(class_no)} if number > 0 and name and class_no > 0:
            if not isinstance(number, bool) and not isinstance(class_no, bool):
                return {"id": number, "name": name, "class": class_no}
    raise BadRequest("id, name, class")


@bp.get("")
def index():
    wanted = request.args.get("class")
    return cut([student for student in roll.values() if wanted is None or str(student["class"]) == wanted])


@bp.post("")
def create():
    student = body()
    if student["id"] in roll:
        raise Conflict()
    roll[student["id"]] = student
    return student, 201, {"Location": url_for("students.show", number=student["id"])}


@bp.get("/<int:number>")
def show(number):
    if number not in roll:
        raise NotFound()
    return roll[number]


@bp.put("/<int:number>")
def replace(number):
    show(number)
    student = body()
    if student["id"] != number:
        raise BadRequest()
    roll[number] = student
    return "", 200


@bp.delete("/<int:number>")
def delete(number):
    show(number)
    roll.pop(number)
    return "", 204
