from dataclasses import dataclass

from flask import Blueprint, jsonify, make_response, request

bp = Blueprint("students", __name__)


class ApiError(Exception):
    def __init__(self, status, text):
        super().__init__(text)
        self.status = status
        self.text = text


@dataclass
class Student:
    id: int
    name: str
    class_no: int

    @classmethod
    def from_json(cls, data):
        if not isinstance(data, dict):
            raise ApiError(400, "JSON 객체가 필요합니다.")
        number, name, class_no = data.get("id"), data.get("name"), data.get("class")
        for value in (number, class_no):
            if isinstance(value, bool) or not isinstance(value, int) or value < 1:
                raise ApiError(400, "번호와 반은 1 이상의 정수입니다.")
        if not isinstance(name, str) or name == "":
            raise ApiError(400, "이름이 없습니다.")
        return cls(number, name, class_no)

    def to_json(self):
        return {"id": self.id, "name": self.name, "class": self.class_no, "url": f"/students/{self.id}"}


students = [Student(1, "한이슬", 3)]


def read_json():
    if not request.is_json:
        raise ApiError(415, "application/json으로 보내세요.")
    data = request.get_json(silent=True)
    if data is None:
        raise ApiError(400, "JSON이 아닙니다.")
    return Student.from_json(data)


def position(student_id):
    for index, student in enumerate(students):
        if student.id == student_id:
            return index
    raise ApiError(404, "없는 학생입니다.")


def as_page(found):
    numbers = {}
    for key, default in (("page", 1), ("size", 20)):
        value = request.args.get(key, default, int)
        numbers[key] = value if value >= 1 else default
    size = min(numbers["size"], 100)
    start = (numbers["page"] - 1) * size
    return jsonify(students=[student.to_json() for student in found][start:][:size], page=numbers["page"])


@bp.route("/students")
def index():
    class_no = request.args.get("class", None, int)
    return as_page([student for student in students if class_no in (None, student.class_no)])


@bp.route("/students", methods=["POST"])
def add():
    new = read_json()
    if any(student.id == new.id for student in students):
        raise ApiError(409, "이미 있는 학생입니다.")
    students.append(new)
    response = make_response(new.to_json(), 201)
    response.headers["Location"] = request.base_url + f"/{new.id}"
    return response


@bp.route("/students/<int:student_id>")
def show(student_id):
    return students[position(student_id)].to_json()


@bp.route("/students/<int:student_id>", methods=["PUT"])
def change(student_id):
    index = position(student_id)
    new = read_json()
    if new.id != student_id:
        raise ApiError(400, "번호는 바꿀 수 없습니다.")
    students[index] = new
    return new.to_json()


@bp.route("/students/<int:student_id>", methods=["DELETE"])
def remove(student_id):
    del students[position(student_id)]
    return "", 204


@bp.route("/classes/<int:class_no>/students")
def of_class(class_no):
    return as_page([student for student in students if student.class_no == class_no])
