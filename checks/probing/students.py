"""Lesson 10: the students as the tasks find them at the app, add them, and compare them."""

from __future__ import annotations

import contextlib
import json

from shared.probes import Mismatch, Skip

NOBODY = "확인에 쓸 학생을 더할 수 없어서 건너뛰었습니다. 과제 2부터 해 보세요."


def students_in(reply):
    """The students of a list, which must have the right shape."""
    value = reply.has_status(200).is_json()
    students = value.get("students") if isinstance(value, dict) else None
    if not isinstance(students, list) or not all(is_student(student) for student in students):
        raise Mismatch(
            expected='{"students": [{"id": 정수, "name": 글자, "class": 정수}, ...]}', got=reply.text, reply=reply
        )
    return students


def is_student(value):
    """Whether this is a student. A class may be text: it may have been sent so."""
    return (
        isinstance(value, dict)
        and type(value.get("id")) is int
        and isinstance(value.get("name"), str)
        and isinstance(value.get("class"), (int, str))
    )


def enrol(http, fresh, classes):
    """Add a student to each of these classes. Gives nobody where adding does not work."""
    students = []
    for class_no in classes:
        for _ in range(5):
            student = {"id": fresh.integer(100_000, 999_999), "name": fresh.name(), "class": class_no}
            status_code = http.post("/students", json=student).status
            if status_code != 409:
                break
        if status_code not in (200, 201) or not (students or is_there(http, student)):
            break
        students.append(student)
    return students


def some_students(http, fresh, count):
    """Students who are there: newly added, or of those at the start where adding does not work."""
    added = enrol(http, fresh, [fresh.integer(1, 20) for _ in range(count)])
    students = added or students_there(http)[:count]
    if not students:
        raise Skip(NOBODY)
    return students


def students_there(http):
    """The students of the first page, or nobody where listing them does not work."""
    with contextlib.suppress(Mismatch):
        return students_in(http.get("/students"))
    return []


def is_there(http, student):
    """Whether a student was kept: shown, listed, or refused when added again. One of the three routes may do."""
    shown = json_of(http.get(path_of(student)))
    if isinstance(shown, dict) and shown.get("id") == student["id"]:
        return True
    with contextlib.suppress(Mismatch):
        if not missing([student], students_in(http.get("/students?size=100"))):
            return True
    return http.post("/students", json=student).status == 409


def new_student(http, fresh):
    """A student whose id nobody has yet."""
    for _ in range(9):
        student = {"id": fresh.integer(1000, 99_999), "name": fresh.name(), "class": fresh.integer(1, 20)}
        if http.get(path_of(student)).status == 404:
            break
    return student


def path_of(student):
    """The address of a student."""
    return f"/students/{student['id']}"


def holds(value, student):
    """Whether a student that came back is this one."""
    return all(value.get(key) == student[key] for key in student)


def missing(wanted, found):
    """Whether somebody who must be there is not."""
    return any(not any(holds(value, student) for value in found) for student in wanted)


def said(students):
    """A list in one line, for expected and got."""
    return ", ".join(f"{student['id']} ({student['class']}반)" for student in students) or "빈 목록"


def json_of(reply):
    """The decoded body, or None where it is no JSON."""
    try:
        return json.loads(reply.text)
    except (ValueError, RecursionError):
        return None
