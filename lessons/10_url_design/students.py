"""10. URL 디자인: 학생과 반의 블루프린트입니다. 과제 1부터 6까지를 이 파일에서 풉니다."""

from flask import Blueprint

bp = Blueprint("students", __name__)

# 학생은 메모리에만 있습니다. 서버를 껐다 켜면 처음의 세 명으로 돌아갑니다.
STUDENTS = {
    10101: {"id": 10101, "name": "김하늘", "class": 1},
    10102: {"id": 10102, "name": "이바다", "class": 1},
    10201: {"id": 10201, "name": "박나무", "class": 2},
}


# TODO 과제 1: GET /students 는 {"students": [...]}로 답합니다. ?class=, ?page=, ?size=를 받습니다.


# TODO 과제 2: POST /students 는 학생을 더하고 201, 더한 학생, Location으로 답합니다.


# TODO 과제 3: GET /students/<int:student_id> 는 학생 한 명으로 답합니다.


# TODO 과제 4: PUT /students/<int:student_id> 는 학생 한 명을 통째로 바꿉니다.


# TODO 과제 5: DELETE /students/<int:student_id> 는 학생 한 명을 지우고 204로 답합니다.


# TODO 과제 6: GET /classes/<int:class_no>/students 는 그 반의 학생 목록으로 답합니다.
