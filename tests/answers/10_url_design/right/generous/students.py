from flask import Blueprint, abort, request

bp = Blueprint("students", __name__)
classes = {1: {10101: "김하늘"}}


def row(number):
    for class_no, members in classes.items():
        if number in members:
            return {"id": number, "name": members[number], "class": class_no}
    abort(404, "없는 학생입니다.")


def rows():
    return [row(number) for members in classes.values() for number in members]


def part(found):
    page = request.args.get("page", "1")
    size = request.args.get("size", "20")
    page = int(page) if page.isdigit() and page != "0" else 1
    size = int(size) if size.isdigit() and 0 < int(size) <= 100 else 20
    found.sort(key=lambda student: student["id"])
    return {"students": found[size * page - size : size * page]}


def take():
    data = request.get_json()
    try:
        number, name, class_no = data["id"], data["name"], data["class"]
        if isinstance(class_no, str):
            class_no = int(class_no)
    except (KeyError, TypeError, ValueError):
        abort(400, "빠진 필드가 있습니다.")
    if type(number) is not int or type(class_no) is not int or min(number, class_no) < 1:
        abort(400, "번호와 반은 1 이상입니다.")
    if not isinstance(name, str) or not name:
        abort(400, "이름이 비었습니다.")
    return number, name, class_no


@bp.get("/students")
def all_students():
    class_no = request.args.get("class")
    if class_no is None:
        return part(rows())
    return part([student for student in rows() if str(student["class"]) == class_no])


@bp.post("/students")
def add():
    number, name, class_no = take()
    if any(number in members for members in classes.values()):
        abort(409, "이미 있습니다.")
    classes.setdefault(class_no, {})[number] = name
    return row(number), 201, [("Location", f"{request.host_url}students/{number}")]


@bp.route("/students/<int:number>", methods=["GET", "PATCH"])
def one(number):
    return row(number)


@bp.put("/students/<int:number>")
def replace(number):
    old = row(number)
    new, name, class_no = take()
    if new != number:
        abort(400, "번호가 다릅니다.")
    del classes[old["class"]][number]
    classes.setdefault(class_no, {})[number] = name
    return row(number)


@bp.delete("/students/<int:number>")
def remove(number):
    del classes[row(number)["class"]][number]
    return "", 204


@bp.get("/classes")
def all_classes():
    return {"classes": sorted(classes)}


@bp.get("/classes/<int:class_no>/students")
def members(class_no):
    return part([student for student in rows() if student["class"] == class_no])
