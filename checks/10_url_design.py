"""10 URL 디자인"""

from __future__ import annotations

import json
import re

import home  # noqa: F401
from shared.checking import Check
from shared.probes import Mismatch, as_json

check = Check(__file__)

NOT_A_WHOLE_NUMBER = (0, -1, 1.5, True, None, [])
"""None of these is an id, and each is of another kind."""


@check.task(1, reread="거르기와 나누기는 쿼리로")
def lists_students(http, fresh):
    """`GET /students`는 학생 목록이고, `?class=`로 거르고 `?page=`와 `?size=`로 나눕니다."""
    students_in(http.get("/students"))
    class_no = fresh.integer(30, 500)
    added = enrol(http, fresh, [class_no] * 5 + [fresh.integer(501, 999) for _ in range(18)])
    everyone = pages_of(http, "/students", 100, added)
    for some in [student for student in added if student["class"] == class_no][:1] or everyone[:1]:
        shows_a_class(http, f"/students?class={some['class']}", some["class"], added)
    pages_of(http, "/students", max(fresh.integer(3, 8), len(everyone) // 20), everyone)
    for short, whole in (("", "?page=1&size=20"), ("?page=2", "?page=2&size=20"), ("?size=3", "?page=1&size=3")):
        is_same_page(http.get(f"/students{short}"), http.get(f"/students{whole}"))
    nobody = http.get(f"/students?page={len(everyone) + fresh.integer(2, 99)}")
    if students_in(nobody):
        raise Mismatch(expected='{"students": []}', got=nobody.text, reply=nobody)
    for name in ("page", "size"):
        for bad in (0, -fresh.integer(1, 9), fresh.word()):
            is_refused_or_default(http.get(f"/students?{name}={bad}"), http.get("/students"))
    holds_at_most_100(http, fresh, len(everyone))


@lists_students.mistake(
    "no-students-key", '배열(array)이 그대로 왔습니다. `{"students": 목록}`처럼 객체(object)에 넣어 주세요.'
)
def bare_array(reply):
    return reply.status == 200 and isinstance(json_of(reply), list)


@lists_students.mistake(
    "page-from-zero", "첫 쪽의 번호는 0이 아니라 1입니다. 앞의 학생 `(page - 1) * size`명을 건너뛰세요."
)
def pages_count_from_zero(replies, reply):
    first, asked = reply.url, [other for other in replies if "page=1&" in other.url]
    return bool(asked) and "page=" in first and any(shifted(other, replies) for other in asked)


@check.task(2, reread="만들면 201과 Location")
def adds_a_student(http, fresh):
    """`POST /students`는 학생을 더하고 201, 그 학생, `Location`으로 답합니다. 잘못된 요청은 거절합니다."""
    student = new_student(http, fresh)
