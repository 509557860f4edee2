"""The students and their classes. They live in memory: when the server stops, all changes are gone."""

from flask import Blueprint, abort, request, url_for

bp = Blueprint("students", __name__)

Student = dict[str, object]

MAX_SIZE = 100
STUDENTS: dict[int, Student] = {
    10101: {"id": 10101, "name": "김하늘", "class": 1},
    10102: {"id": 10102, "name": "이바다", "class": 1},
    10201: {"id": 10201, "name": "박나무", "class": 2},
}


@bp.get("/students")
def list_students() -> dict[str, list[Student]]:
    """List the students, all of them or those of one class."""
    if "class" in request.args:
        return page_of(students_in(number_in_query("class")))
    return page_of(list(STUDENTS.values()))


@bp.post("/students")
def add_student() -> tuple[Student, int, dict[str, str]]:
    """Add a student, and say where to find them."""
    student = student_in_body()
    if student["id"] in STUDENTS:
        abort(409, f"번호 {student['id']}: 이미 있는 학생입니다.")
    STUDENTS[student["id"]] = student
    return student, 201, {"Location": url_for(".show_student", student_id=student["id"])}


@bp.get("/students/<int:student_id>")
def show_student(student_id: int) -> Student:
    """Show one student."""
    return find(student_id)


@bp.put("/students/<int:student_id>")
def replace_student(student_id: int) -> Student:
    """Put a whole new student in the place of an old one."""
    find(student_id)
    student = student_in_body()
    if student["id"] != student_id:
        abort(400, "본문의 id가 주소의 번호와 다릅니다.")
    STUDENTS[student_id] = student
    return student


@bp.delete("/students/<int:student_id>")
def remove_student(student_id: int) -> tuple[str, int]:
    """Remove a student."""
    find(student_id)
    del STUDENTS[student_id]
    return "", 204


@bp.get("/classes/<int:class_no>/students")
def list_class(class_no: int) -> dict[str, list[Student]]:
    """List the students of a class. Nobody in it is no error."""
    return page_of(students_in(class_no))


def find(student_id: int) -> Student:
    """Give the student with this id, or answer 404."""
    if student_id not in STUDENTS:
        abort(404, f"번호 {student_id}: 없는 학생입니다.")
    return STUDENTS[student_id]


def students_in(class_no: int) -> list[Student]:
    """Give the students of a class."""
    return [student for student in STUDENTS.values() if student["class"] == class_no]


def page_of(students: list[Student]) -> dict[str, list[Student]]:
    """Cut out the page that the query asks for. Past the end there is nobody."""
    size = number_in_query("size", 20)
    if size > MAX_SIZE:
        abort(400, f"size에는 {MAX_SIZE} 이하의 수를 쓰세요.")
    start = (number_in_query("page", 1) - 1) * size
    return {"students": students[start : start + size]}


def number_in_query(key: str, default: int = 1) -> int:
    """Read a whole number of 1 or more from the query, or answer 400."""
    try:
        number = int(request.args.get(key, default))
    except ValueError:
        number = 1
    if number < 1:
        abort(400, f"{key}에는 1 이상의 정수를 쓰세요.")
    return number


def student_in_body() -> Student:
    """Read a whole student from the JSON of the request, or answer 400 (415 for another media type)."""
    data = request.get_json()
    if not isinstance(data, dict):
        abort(400, "학생 한 명을 JSON 객체로 보내세요.")
    for key in ("id", "class"):
        if not is_whole_number(data.get(key)):
            abort(400, f"{key}에는 1 이상의 정수를 쓰세요.")
    if not is_text(data.get("name")):
        abort(400, "name에는 비어 있지 않은 글자를 쓰세요.")
    return {"id": data["id"], "name": data["name"], "class": data["class"]}


def is_whole_number(value: object) -> bool:
    """Tell whether a value out of JSON is a whole number of 1 or more."""
    # True is an int to Python; in JSON true is no number
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def is_text(value: object) -> bool:
    """Tell whether a value out of JSON is a text with something in it."""
    # JSON may carry half a character ("\ud800"), and an answer in UTF-8 could not hold it
    return isinstance(value, str) and value != "" and not any("\ud800" <= letter <= "\udfff" for letter in value)
