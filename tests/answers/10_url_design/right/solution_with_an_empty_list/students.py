from threading import Lock

from flask import Blueprint, abort, request, url_for

bp = Blueprint("students", __name__)
lock = Lock()
kept: dict[int, dict] = {}


def natural(value):
    return not isinstance(value, bool) and isinstance(value, int) and value >= 1


def asked(key, default):
    value = request.args.get(key, default)
    try:
        value = int(value)
    except ValueError:
        abort(400, f"{key}: 정수가 아닙니다.")
    if value < 1:
        abort(400, f"{key}: 1보다 작습니다.")
    return value


def sliced(students):
    size = asked("size", 20)
    if size > 100:
        abort(400, "size: 100보다 큽니다.")
    first = (asked("page", 1) - 1) * size
    return {"students": students[first : first + size]}


def received():
    match request.get_json():
        case {"id": number, "name": str() as name, "class": class_no} if natural(number) and natural(class_no) and name:
            return {"id": number, "name": name, "class": class_no}
    abort(400, "id, name, class가 모두 필요합니다.")


@bp.get("/students")
def students():
    if "class" not in request.args:
        return sliced(list(kept.values()))
    return class_students(asked("class", 1))


@bp.get("/classes/<int:class_no>/students")
def class_students(class_no):
    return sliced([student for student in kept.values() if student["class"] == class_no])


@bp.post("/students")
def enrol():
    student = received()
    with lock:
        if kept.setdefault(student["id"], student) is not student:
            abort(409, "이미 있는 번호입니다.")
    return student, 201, {"Location": url_for(".student", number=student["id"])}


@bp.get("/students/<int:number>")
def student(number):
    return kept.get(number) or abort(404, "없는 번호입니다.")


@bp.put("/students/<int:number>")
def change(number):
    with lock:
        student(number)
        new = received()
        if new["id"] != number:
            abort(400, "주소의 번호와 다릅니다.")
        kept[number] = new
    return new


@bp.delete("/students/<int:number>")
def leave(number):
    with lock:
        if kept.pop(number, None) is None:
            abort(404, "없는 번호입니다.")
    return "", 204
