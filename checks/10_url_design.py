"""10 URL 디자인"""

from __future__ import annotations

import json

import home  # noqa: F401
from mistakes.url_design import bodies, errors, lists, routing, statuses
from mistakes.url_design.evidence import shape_of
from probing.students import (
    NOBODY,
    enrol,
    holds,
    json_of,
    missing,
    new_student,
    path_of,
    said,
    some_students,
    students_in,
    students_there,
)
from shared.checking import Check
from shared.probes import Mismatch, Skip, as_json

check = Check(__file__)


@check.task(1, reread="거르기와 나누기는 쿼리로")
def lists_students(http, fresh):
    """`GET /students`는 학생 목록이고, `?class=`로 거르고 `?page=`와 `?size=`로 나눕니다."""
    students_in(http.get("/students"))
    class_no = fresh.integer(30, 500)
    added = enrol(http, fresh, [class_no] * 5 + [1] + [fresh.integer(501, 999) for _ in range(17)])
    default = http.get("/students")
    if len(students_in(default)) > 20 or (added and len(students_in(default)) < 20):
        raise Mismatch(expected="20명", got=f"{len(students_in(default))}명", reply=default)
    known = added or students_in(default)
    if not known:
        raise Skip(NOBODY)
    for short, whole in (("?page=1", ""), ("?page=2", "?page=2&size=20"), ("?size=3", "?page=1&size=3")):
        is_same_list(http.get(f"/students{short}"), http.get(f"/students{whole}"))
    lists_a_class(http, f"/students?class={known[0]['class']}", known[0]["class"], known)
    everyone = turn_pages(http, "/students", 100, known)
    turn_pages(http, "/students", max(fresh.integer(3, 8), len(everyone) // 20), known)
    nobody = http.get(f"/students?page={len(everyone) + fresh.integer(2, 99)}")
    if students_in(nobody):
        raise Mismatch(expected=said([]), got=said(students_in(nobody)), reply=nobody)
    for name in ("page", "size"):
        for bad in (0, -fresh.integer(1, 9), fresh.word()):
            reply = http.get(f"/students?{name}={bad}").has_status(200, 400)
            if reply.status == 200:
                is_same_list(reply, default)
    holds_at_most_100(http, fresh, len(everyone))


@check.task(2, reread="만들면 201과 Location")
def adds_a_student(http, fresh):
    """`POST /students`는 학생을 더하고 201, 그 학생, `Location`으로 답합니다. 잘못된 요청은 거절합니다."""
    student = new_student(http, fresh)
    reply = http.post("/students", json=student).has_status(201)
    reply.json_has(student)
    reply.redirects_to(f"/students/{student['id']}", status=201)
    http.post("/students", json={**student, "name": fresh.word()}).has_status(409)
    another = new_student(http, fresh)
    for wrong in (*without_one_field(another), *with_a_wrong_field(another), [another]):
        http.post("/students", json=wrong).has_status(400)
    http.post("/students", data='{"id": 1, "name": ', headers={"Content-Type": "application/json"}).has_status(400)
    http.post("/students", data=json.dumps(another), headers={"Content-Type": "text/plain"}).has_status(400, 415)
    http.post("/students", data=another).has_status(400, 415)


@check.task(3, reread="자원과 주소")
def shows_a_student(http, fresh):
    """`GET /students/<int:id>`는 그 학생이고, 없는 학생은 404입니다."""
    http.get(path_of(new_student(http, fresh))).has_status(404)
    for student in some_students(http, fresh, 2):
        http.get(path_of(student)).has_status(200).json_has(student)


@check.task(4, reread="같은 요청을 다시 보내면")
def replaces_a_student(http, fresh):
    """`PUT /students/<int:id>`는 학생을 통째로 바꾸고 200, 없는 학생은 404, 잘못된 필드는 400입니다."""
    student, stranger = some_students(http, fresh, 1)[0], new_student(http, fresh)
    changed = {"id": student["id"], "name": fresh.word(), "class": fresh.integer(21, 29)}
    http.put(path_of(student), json=changed).has_status(200)
    shown = http.get(path_of(student))
    value = json_of(shown)
    if isinstance(value, dict) and value.get("id") == student["id"] and not holds(value, changed):
        raise Mismatch(expected=as_json(changed), got=as_json(value), reply=shown)
    http.put(path_of(stranger), json=stranger).has_status(404)
    for wrong in (*without_one_field(changed), {**changed, "name": ""}, {**changed, "class": 0}):
        http.put(path_of(student), json=wrong).has_status(400)
    http.put(path_of(student), json={**changed, "id": stranger["id"]}).has_status(400)


@check.task(5, reread="같은 요청을 다시 보내면")
def removes_a_student(http, fresh):
    """`DELETE /students/<int:id>`는 학생을 지우고 204, 없는 학생은 404입니다."""
    http.delete(path_of(new_student(http, fresh))).has_status(404)
    for student in some_students(http, fresh, 2):
        http.delete(path_of(student)).has_status(204)
        http.delete(path_of(student)).has_status(404)


@check.task(6, reread="안에 든 자원")
def lists_students_of_a_class(http, fresh):
    """`GET /classes/<int:class_no>/students`는 그 반의 학생 목록이고, 아무도 없는 반은 빈 목록입니다."""
    class_no = fresh.integer(1000, 4999)
    known = enrol(http, fresh, [class_no] * 5 + [class_no + 1] * 2) or students_there(http)
    if not known:
        raise Skip(NOBODY)
    for class_no in dict.fromkeys(student["class"] for student in known):
        lists_a_class(http, f"/classes/{class_no}/students", class_no, known)
    nobody = http.get(f"/classes/{fresh.integer(5001, 9999)}/students")
    if students_in(nobody):
        raise Mismatch(expected=said([]), got=said(students_in(nobody)), reply=nobody)


@check.task(7, reread="오류는 한 모양으로")
def answers_errors_as_json(http, fresh, loaded):
    """모든 오류는 `{"error": "<설명>"}` 모양의 JSON이고, 상태 코드는 그대로입니다."""
    is_json_error(http.get(f"/{fresh.word()}").has_status(404))
    path = path_that_refuses_patch(loaded, fresh)
    if path:
        is_json_error(http.patch(path).has_status(405))
    student = new_student(http, fresh)
    broken = {"data": "{", "headers": {"Content-Type": "application/json"}}
    for reply in (
        http.get(path_of(student)),
        http.put(path_of(student), json=student),
        http.delete(path_of(student)),
        http.post("/students", **broken),
        http.post("/students", json={}),
        http.post("/students", data=student),
        http.post("/students", json=student),
        http.post("/students", json=student),
    ):
        # a wrong status, or a fault in a view, is a matter of the tasks above
        if 400 <= reply.status < 500:
            is_json_error(reply)


# What the tasks are made of


def lists_a_class(http, path, class_no, known):
    """This address lists the students of a class and nobody else, and page by page too."""
    wanted = [student for student in known if student["class"] == class_no]
    reply = http.get(path)
    found = students_in(reply)
    if any(student["class"] != class_no for student in found) or missing(wanted, found):
        raise Mismatch(expected=said(wanted), got=said(found), reply=reply)
    turn_pages(http, path, 2, wanted)


def turn_pages(http, path, size, wanted):
    """All students of a list, page by page. None of those wanted is missing, and nobody comes twice."""
    found = []
    for page in range(1, 500):
        reply = http.get(f"{path}{'&' if '?' in path else '?'}page={page}&size={size}")
        students = students_in(reply)
        if len(students) > size:
            raise Mismatch(expected=f"{size}명까지", got=f"{len(students)}명", reply=reply)
        if any(student["id"] in {other["id"] for other in found} for student in students):
            raise Mismatch(expected="앞의 쪽에 없던 학생", got=said(students), reply=reply)
        found += students
        if len(students) < size:
            break
    if missing(wanted, found):
        raise Mismatch(expected=said(wanted), got=said(found), reply=reply)
    return found


def is_same_list(reply, wanted):
    """Two answers list the same students in the same order."""
    if students_in(reply) != students_in(wanted):
        raise Mismatch(expected=said(students_in(wanted)), got=said(students_in(reply)), reply=reply)


def holds_at_most_100(http, fresh, count):
    """A size over 100 is refused, or gives 100 students at most although there are more."""
    path = "/students?size=101"
    if http.get(path).has_status(200, 400).status == 200:
        enrol(http, fresh, [fresh.integer(1, 20) for _ in range(101 - count)])
        reply = http.get(path)
        if len(students_in(reply)) > 100:
            raise Mismatch(expected="400 또는 100명까지", got=f"{len(students_in(reply))}명", reply=reply)


def without_one_field(student):
    """The student three times, each time without one of the fields."""
    return [{key: student[key] for key in student if key != left_out} for left_out in student]


def with_a_wrong_field(student):
    """The student with one field that is clearly wrong. A class sent as text is not among them."""
    wrong = {"id": (0, -1, 1.5, True, "abc", None, []), "name": ("", 7, None, []), "class": (0, -1, None, [])}
    return [{**student, key: value} for key, values in wrong.items() for value in values]


def is_json_error(reply):
    """An error has the one shape."""
    value = reply.has_type("application/json").has_status(reply.status).is_json()
    text = value.get("error") if isinstance(value, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise Mismatch(expected='{"error": "<설명>"}', got=reply.text, reply=reply)


def path_that_refuses_patch(loaded, fresh):
    """An address of the app that surely answers PATCH with 405, or None."""
    number = fresh.integer(1000, 9999)
    paths = {
        "/students": "/students",
        "/students/<>": f"/students/{number}",
        "/classes/<>/students": f"/classes/{number}/students",
    }
    for shape, path in paths.items():
        routes = [route for route in loaded.routes if shape_of(route) == shape]
        if routes and not any("PATCH" in route.methods for route in routes):
            return path
    return None


# Of several that match, the first is told: a route that is not there spoils all that comes after.
for subject in (routing, lists, bodies, errors, statuses):
    check.know(subject.known)

if __name__ == "__main__":
    check.main()
