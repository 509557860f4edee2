"""학생 명부 API: 01에서 요청을 받아 줄 서버입니다. 완성되어 있으니 고치지 않고 실행만 합니다.

이 파일을 읽는 것은 나중 일입니다. 03부터 07까지 배우면 모든 줄을 읽을 수 있습니다.
학생은 메모리에만 있습니다. 서버를 껐다가 켜면 처음의 여섯 명으로 돌아갑니다.
"""

from itertools import count
from typing import Any

from flask import Flask, abort, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

app = Flask(__name__)
app.json.ensure_ascii = False  # 한글을 \uXXXX로 바꾸지 않고 그대로 보냅니다.

students: dict[int, dict[str, Any]] = {
    101: {"id": 101, "name": "김하늘", "class": 7},
    102: {"id": 102, "name": "이바다", "class": 7},
    103: {"id": 103, "name": "박나무", "class": 8},
    104: {"id": 104, "name": "최구름", "class": 8},
    105: {"id": 105, "name": "정노을", "class": 7},
    106: {"id": 106, "name": "한이슬", "class": 9},
}
new_ids = count(107)  # 새 학생의 번호. 한 번 쓴 번호는 다시 쓰지 않습니다.


def student_in_body() -> dict[str, Any]:
    """요청의 본문에서 학생을 읽습니다. 잘못된 본문이면 400이나 415로 답합니다."""
    body = request.get_json()  # JSON이라고 알리지 않았으면 415, JSON으로 읽을 수 없으면 400
    if not isinstance(body, dict):
        abort(400, "본문은 JSON 객체여야 합니다.")
    name, class_no = body.get("name"), body.get("class")
    if not isinstance(name, str) or not name.strip():
        abort(400, "name은 비어 있지 않은 글이어야 합니다.")
    if type(class_no) is not int or class_no < 1:
        abort(400, "class는 1 이상의 정수여야 합니다.")
    return {"name": name, "class": class_no}


def check_known(student_id: int) -> None:
    """그 번호의 학생이 없으면 404로 답합니다."""
    if student_id not in students:
        abort(404, f"번호가 {student_id}인 학생이 없습니다.")


@app.get("/students")
def list_students() -> dict[str, Any]:
    """모든 학생, 또는 ?class=에 적은 반의 학생을 보냅니다."""
    found = list(students.values())
    wanted = request.args.get("class")
    if wanted is not None:
        # 쿼리의 값은 글자(str)라서, 반 번호도 글자로 바꾸어 비교합니다.
        found = [student for student in found if str(student["class"]) == wanted]
    return {"students": found}


@app.post("/students")
def add_student() -> tuple[dict[str, Any], int, dict[str, str]]:
    """학생을 더합니다. 번호는 서버가 정합니다."""
    student = student_in_body()
    student_id = next(new_ids)
    students[student_id] = {"id": student_id, **student}
    return students[student_id], 201, {"Location": f"/students/{student_id}"}


@app.get("/students/<int:student_id>")
def show_student(student_id: int) -> dict[str, Any]:
    """학생 한 명을 보냅니다."""
    check_known(student_id)
    return students[student_id]


@app.put("/students/<int:student_id>")
def replace_student(student_id: int) -> dict[str, Any]:
    """학생 한 명을 본문의 학생으로 바꿉니다. 번호는 그대로입니다."""
    check_known(student_id)
    students[student_id] = {"id": student_id, **student_in_body()}
    return students[student_id]


@app.delete("/students/<int:student_id>")
def remove_student(student_id: int) -> tuple[str, int]:
    """학생 한 명을 지웁니다."""
    check_known(student_id)
    del students[student_id]
    return "", 204


@app.errorhandler(HTTPException)
def refuse(error: HTTPException) -> Response:
    """거절하는 응답도 JSON으로 보냅니다."""
    response = error.get_response()
    response.data = app.json.dumps({"error": error.description})
    response.content_type = "application/json"
    return response


if __name__ == "__main__":
    app.run(port=5000)
