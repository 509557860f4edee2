"""12 파이썬에서 SQLite"""

from __future__ import annotations

import contextlib
import json
from concurrent.futures import ThreadPoolExecutor

import home  # noqa: F401
from mistakes.sqlite import adding, changing, connections, reading, saving, statements, table
from probing.student_file import (
    COLUMNS,
    DONE,
    FILE,
    JUST_STARTED,
    NO_TABLE,
    ask_for_the_table,
    closes,
    columns,
    everyone,
    ground,
    is_stored,
    is_unchanged,
    new_student,
    open_connections,
    seed,
    sorted_by_id,
    start_again,
    still_there,
    what_there_is,
    without,
)
from shared.checking import Check
from shared.probes import Mismatch, Skip, as_json

check = Check(__file__)

VISITORS = 12


@check.task(1, reread="표는 언제 만드나요")
def makes_the_table(http, fresh, database, application, files):
    """첫 요청에는 표 `student_list`가 이미 있고, 서버를 다시 시작해도 학생이 남아 있습니다."""
    reply = ask_for_the_table(http, fresh, database)
    found = columns(database)
    if not set(COLUMNS) <= set(found):
        got = f"열 {', '.join(found)}" if found else f"{NO_TABLE} ({what_there_is(files)})"
        raise Mismatch(
            expected=f"{FILE}의 표 student_list, 열 {', '.join(COLUMNS)}",
            got=got,
            reply=reply if reply.status == 500 else None,
            did=reply.did,
        )
    kept = seed(database, fresh)
    start_again(application, database)
    reply = ask_for_the_table(http, fresh, database)
    is_stored(database, kept, None, "서버를 다시 시작했습니다.")


@check.task(2, reread="받은 값 저장하기")
def adds_a_student(http, fresh, database, application, files):
    """`POST /students`는 학생을 저장하고 201, 이미 있는 번호는 409, 잘못된 본문은 400입니다."""
    ground(http, fresh, database, application, files)
    student = new_student(fresh)
    bare = {"id": student["id"] + 1, "name": fresh.name()}
    nulls = {**new_student(fresh), "phone_number": None, "birth_date": None}
    quoted = {**new_student(fresh), "name": f"{fresh.word()}'{fresh.name()}"}
    for sent in (quoted, student, bare, nulls):
        whole = {**dict.fromkeys(COLUMNS), **sent}
        reply = http.post("/students", json=sent).has_status(201)
        reply.json_has(whole)
        is_stored(database, whole, reply)
    before = everyone(database)
    reply = http.post("/students", json={**new_student(fresh), "id": student["id"]}).has_status(409)
    is_unchanged(database, before, reply)
    other = new_student(fresh)
    without_id = {key: other[key] for key in other if key != "id"}
    wrong = [without_id, *({**other, "id": value} for value in (None, "abc", 1.5, True, []))]
    for reply in bad_requests(http.post, "/students", other, wrong):
        is_unchanged(database, before, reply)


@check.task(3, reread="여러 행 꺼내기")
def lists_students(http, fresh, database, application, files):
    """`GET /students`는 모든 학생을 번호 순서로 `{"students": [...]}`에 담습니다."""
    ground(http, fresh, database, application, files)
    are_listed(http.get("/students"), [])
    ids = [fresh.integer(low, high) for low, high in ((10, 99), (3000, 9999), (2, 9), (100, 999), (1000, 2999))]
    students = [seed(database, fresh, id=id) for id in ids]
    are_listed(http.get("/students"), students)


@check.task(4, reread="한 행 꺼내기")
def shows_a_student(http, fresh, database, application, files):
    """`GET /students/<int:id>`는 그 학생이고, 없는 학생은 404입니다."""
    ground(http, fresh, database, application, files)
    for student in [seed(database, fresh) for _ in range(3)]:
        http.get(path_of(student)).has_status(200).json_has(student)
    http.get(path_of(new_student(fresh))).has_status(404)


@check.task(5, reread="바뀐 행의 수")
def replaces_a_student(http, fresh, database, application, files):
    """`PUT /students/<int:id>`는 그 학생을 바꾸고 200, 없는 학생은 404, 잘못된 본문은 400입니다."""
    ground(http, fresh, database, application, files)
    student, other = seed(database, fresh), seed(database, fresh)
    for changed in (
        {**new_student(fresh), "id": student["id"]},
        {**new_student(fresh), "id": student["id"], "name": f"{fresh.word()}'{fresh.name()}", "phone_number": None},
    ):
        reply = http.put(path_of(student), json=changed).has_status(200)
        reply.json_has(changed)
        is_stored(database, changed, reply)
        is_stored(database, other, reply)
    stranger = new_student(fresh)
    for id in (stranger["id"], other["id"]):
        values = new_student(fresh)
        reply = http.put(path_of(student), json={**values, "id": id}).has_status(200)
        changed = {**values, "id": student["id"]}
        reply.json_has(changed)
        is_stored(database, changed, reply)
    before = sorted_by_id([changed, other])
    is_unchanged(database, before, reply)
    reply = http.put(path_of(stranger), json=stranger).has_status(404)
    is_unchanged(database, before, reply)
    for reply in bad_requests(http.put, path_of(student), {**new_student(fresh), "id": student["id"]}, []):
        is_unchanged(database, before, reply)


@check.task(6, reread="바뀐 행의 수")
def removes_a_student(http, fresh, database, application, files):
    """`DELETE /students/<int:id>`는 그 학생만 지우고 204, 없는 학생은 404입니다."""
    ground(http, fresh, database, application, files)
    student, other = seed(database, fresh), seed(database, fresh)
    stranger = new_student(fresh)
    reply = http.delete(path_of(stranger)).has_status(404)
    is_unchanged(database, sorted_by_id([student, other]), reply)
    reply = http.delete(path_of(student)).has_status(204)
    is_unchanged(database, [other], reply)
    http.delete(path_of(student)).has_status(404)


@check.task(7, reread="값은 자리에 묶습니다")
def finds_by_name(http, fresh, database, application, files):
    """`GET /students?name=`은 그 말로 시작하는 이름만 찾고, SQL이 든 말로는 아무도 찾지 못합니다."""
    ground(http, fresh, database, application, files)
    prefix = fresh.name()
    names = [prefix + fresh.word(), fresh.word() + prefix, f"{fresh.word()}'{fresh.word()}", prefix, fresh.word()]
    students = [seed(database, fresh, name=name) for name in names]
    are_listed(search(http, prefix), [students[0], students[3]])
    are_listed(search(http, names[0]), [students[0]])
    are_listed(search(http, names[2][:8]), [students[2]])
    are_listed(search(http, fresh.word(9)), [])
    before = everyone(database)
    for text in injections(fresh.word(9)):
        reply = search(http, text).has_status(200, 400)
        if reply.status == 200:
            are_listed(reply, [])
        is_unchanged(database, before, reply)


@check.task(8, reread="커밋은 약속입니다")
def keeps_what_it_saved(http, fresh, database, application, files):
    """저장했다고 답한 것은 서버가 갑자기 꺼져도 남아 있습니다."""
    ground(http, fresh, database, application, files)
    student, leaving = seed(database, fresh), seed(database, fresh)
    added, changed = new_student(fresh), {**new_student(fresh), "id": student["id"]}
    replies = {  # POST comes last: what the others may do too much is a matter of their own tasks
        "DELETE": http.delete(path_of(leaving)),
        "PUT": http.put(path_of(student), json=changed),
        "POST": http.post("/students", json=added),
    }
    said = {method: reply for method, reply in replies.items() if reply.status in DONE}
    if not said:
        raise Skip("저장하는 라우트가 아직 없어서 건너뛰었습니다. 과제 2부터 해 보세요.")
    try:
        start_again(application, database)
    except Mismatch as failure:
        raise Skip("서버가 다시 켜지지 않아서 건너뛰었습니다. 과제 1부터 해 보세요.") from failure
    ended = "서버를 끄고 다시 시작했습니다."
    if "POST" in said:
        is_stored(database, added, said["POST"], ended)
    if "PUT" in said:
        is_stored(database, changed, said["PUT"], ended)
    if "DELETE" in said and any(row["id"] == leaving["id"] for row in everyone(database)):
        raise Mismatch(expected=without(leaving), got=still_there(leaving, ended), reply=said["DELETE"])


@check.task(9, reread="요청마다 연결 하나", seconds=10)
def serves_many_at_once(http, fresh, database, application, files):
    """여러 요청이 한꺼번에 와도 모두 답하고, 연 연결은 404와 409 뒤에도 모두 닫습니다."""
    ground(http, fresh, database, application, files)
    with contextlib.suppress(Mismatch):  # now the connections are counted from 0 on
        start_again(application, database)
    left_open = open_connections(application)
    if left_open:
        raise Mismatch(expected=JUST_STARTED, got=f"열려 있는 연결 {left_open}개")
    ask_for_the_table(http, fresh, database)
    alone = [(route, wanted, closes(application, ask())) for route, ask, wanted in visits(http, fresh, database)]
    written = {route for route, wanted, got in alone if got == wanted and wanted in DONE}
    # a DELETE that removes too much would spoil the visits of the others: that is a matter of task 6
    usable = {(route, wanted) for route, wanted, got in alone if got == wanted and route in written - {"remove"}}
    if not usable:
        raise Skip("데이터베이스를 쓰는 라우트가 아직 없어서 건너뛰었습니다. 과제 2부터 해 보세요.")
    plans = [[one for one in visits(http, fresh, database) if (one[0], one[2]) in usable] for _ in range(VISITORS)]
    with ThreadPoolExecutor(VISITORS) as pool:
        for done in [pool.submit(go, plan) for plan in plans]:
            done.result()
    left_open = open_connections(application)
    if left_open:
        raise Mismatch(
            expected=f"{VISITORS}명이 한꺼번에 다녀간 다음: 열려 있는 연결 0개", got=f"열려 있는 연결 {left_open}개"
        )


def bad_requests(send, path, student, more):
    """Send what must be refused with 400, one after another; gives each reply."""
    named = [{**student, "name": value} for value in ("", None, 7, True, [])]
    for wrong in (*more, *named, [student], [], student["name"], 7, None):
        text = json.dumps(wrong)
        yield send(path, data=text, headers={"Content-Type": "application/json"}).has_status(400)
    text = json.dumps(student)
    yield send(path, data=text[:-1], headers={"Content-Type": "application/json"}).has_status(400)
    yield send(path, data="{" + text, headers={"Content-Type": "application/json"}).has_status(400)
    yield send(path, data=text, headers={"Content-Type": "text/plain"}).has_status(400, 415)
    yield send(path, data=student).has_status(400, 415)


def are_listed(reply, students):
    """The answer lists just these students, by id."""
    value = reply.has_status(200).is_json()
    wanted = sorted(students, key=lambda student: student["id"])
    found = value.get("students") if isinstance(value, dict) else None
    if not isinstance(found, list) or len(found) != len(wanted) or not all(map(holds, found, wanted)):
        raise Mismatch(expected=as_json({"students": wanted}), got=as_json(value), reply=reply)


def holds(value, student):
    """Whether a student that came back is this one; more keys are fine."""
    return isinstance(value, dict) and all(key in value and value[key] == student[key] for key in student)


def path_of(student):
    """The address of a student."""
    return f"/students/{student['id']}"


def search(http, text):
    """Search by the beginning of the name."""
    return http.get("/students", params={"name": text})


def injections(word):
    """Texts that are a piece of SQL once they stand in a statement. No name begins so."""
    return (
        f"{word}' OR 1=1 --",
        f"{word}' OR '1'<'2",
        f"{word}') OR 1=1 --",
        f"{word}') OR ('1'<'2",
        f'{word}" OR 1=1 --',
        f'{word}" OR "1"<"2',
        f"{word}' UNION SELECT 1, 'a', 'b', 'c' --",
        f"{word}'; DELETE FROM student_list; --",
        f"{word}'; DROP TABLE student_list; --",
    )


def visits(http, fresh, database):
    """The requests of one visitor: the route, a function that asks, and the status that is wanted."""
    student, leaving, added = seed(database, fresh), seed(database, fresh), new_student(fresh)
    nobody = {**new_student(fresh), "id": 0}
    return [
        ("list", lambda: http.get("/students"), 200),
        ("search", lambda: search(http, student["name"]), 200),
        ("add", lambda: http.post("/students", json=added), 201),
        ("add", lambda: http.post("/students", json=student), 409),
        ("add", lambda: http.post("/students", json=[]), 400),
        ("show", lambda: http.get(path_of(student)), 200),
        ("show", lambda: http.get(path_of(nobody)), 404),
        ("replace", lambda: http.put(path_of(student), json=student), 200),
        ("replace", lambda: http.put(path_of(nobody), json=nobody), 404),
        ("remove", lambda: http.delete(path_of(leaving)), 204),
        ("remove", lambda: http.delete(path_of(nobody)), 404),
    ]


def go(plan):
    """Make all requests of one visitor."""
    for _, ask, wanted in plan:
        ask().has_status(wanted)


# Of several that match, the first is told: what is wrong with the file or its connections spoils every task.
for subject in (table, connections, statements, saving, adding, changing, reading):
    check.know(subject.known)

if __name__ == "__main__":
    check.main()
