"""Lesson 01: our server's students, and the requests about them that must arrive there."""

from __future__ import annotations

HEADERS = {"Accept": "application/json", "X-Club": "web"}


def fill(server, fresh):
    """Fill our roster with made-up students behind the learner's back; gives all of them in the server's order."""
    assert server.base_url
    roster = server.app.test_client()
    classes = fresh.sample(range(10, 100), 3)
    for class_no in [*classes, *(fresh.choice(classes) for _ in range(4))]:
        roster.post("/students", json={"name": fresh.name(), "class": class_no})
    for student in fresh.sample(roster.get("/students").json["students"], 2):
        roster.delete(f"/students/{student['id']}")
    return roster.get("/students").json["students"]


def new_student(fresh):
    """A student who is not in it."""
    return {"name": fresh.name(), "class": fresh.integer(1, 99)}


def asks_students(query=None, headers=None):
    """A request for the list, with this query and these headers."""

    def is_right(request):
        request.asks("GET", "/students", query)
        for name, value in (headers or {}).items():
            request.has_header(name, value)

    return is_right


def adds(student):
    """A request that adds this student."""
    return lambda request: request.asks("POST", "/students").has_json(student)


def replaces(student_id, student):
    """A request that replaces a student. The id that stands in the path may stand in the body too."""

    def is_right(request):
        request.asks("PUT", f"/students/{student_id}")
        with_id = {"id": student_id, **student}
        request.has_json(with_id if request.json == with_id else student)

    return is_right


def removes(student_id):
    """A request that removes a student."""
    return lambda request: request.asks("DELETE", f"/students/{student_id}")
