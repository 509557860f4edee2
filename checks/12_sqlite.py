"""12 파이썬에서 SQLite"""

from __future__ import annotations

import ast
import contextlib
import json
import re
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qs, urlsplit

import home  # noqa: F401
from shared.checking import Check
from shared.messages.checking import status
from shared.probes import Mismatch, Skip, as_json

check = Check(__file__)

FILE = "student.sqlite3"
COLUMNS = ("id", "name", "phone_number", "birth_date")
DONE = (200, 201, 204)
VISITORS = 12
CLOSING_SECONDS = 1.0


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


# What the tasks are made of


def ask_for_the_table(http, fresh, database):
    """The first request: it may be the one that makes the table. GET may not be written yet, or POST."""
    reply = http.get("/students")
    if not columns(database):
        reply = http.post("/students", json=new_student(fresh))
    return reply


def columns(database):
    """Names of the table's columns in small letters; none where there is no such table or no such file."""
    try:
        return [name.lower() for name in database.run("SELECT * FROM student_list LIMIT 0")[0].columns]
    except Mismatch:
        return []


def what_there_is(files):
    """The database files in the folder."""
    return ", ".join(databases(files)) or "데이터베이스 파일도 없음"


def databases(files):
    """Names of the files that are a database, or that SQLite has opened for one."""
    ends = (".sqlite3", ".sqlite", ".db", ".db3")
    return [name for name in files.names() if name.endswith(ends) or files.read_bytes(name)[:15] == b"SQLite format 3"]


def ground(http, fresh, database, application, files):
    """An empty table that the app has made itself, and an app that is ready to answer."""
    if not columns(database):
        ask_for_the_table(http, fresh, database)
    if not set(COLUMNS) <= set(columns(database)):
        raise Skip("표 student_list가 없어서 건너뛰었습니다. 과제 1부터 해 보세요.")
    if files.exists(f"{FILE}-journal"):  # a connection of another task is still writing
        start_again(application, database)
    try:
        database.rows("DELETE FROM student_list")
    except Mismatch:  # or it has begun to, and holds the lock
        start_again(application, database)
        database.rows("DELETE FROM student_list")


def start_again(application, database):
    """Restart. An app that cannot start on its own table gets a new file, so that the other tasks can be judged."""
    try:
        application.restart()
    except Mismatch:
        with contextlib.suppress(Mismatch):
            database.rows("DROP TABLE student_list")
            application.restart()
        raise


def new_student(fresh):
    """A student whose id no other task draws, for all that can be told."""
    return {
        "id": fresh.integer(10_000, 999_999_999),
        "name": fresh.name() + fresh.word(3),
        "phone_number": f"010-0000-{fresh.integer(0, 9999):04}",
        "birth_date": f"{fresh.integer(2007, 2012)}-{fresh.integer(1, 12):02}-{fresh.integer(1, 28):02}",
    }


def seed(database, fresh, **values):
    """A student, written straight into the file."""
    student = {**new_student(fresh), **values}
    database.rows(
        "INSERT INTO student_list (id, name, phone_number, birth_date) VALUES (?, ?, ?, ?)",
        *(student[column] for column in COLUMNS),
    )
    return student


def everyone(database):
    """All students in the file, by id."""
    rows = database.rows("SELECT id, name, phone_number, birth_date FROM student_list")
    return sorted_by_id([dict(zip(COLUMNS, row, strict=True)) for row in rows])


def sorted_by_id(students):
    """In the order in which the file is read here."""
    return sorted(students, key=lambda student: str(student["id"]))


def is_stored(database, student, reply, ended=""):
    """The student stands in the file as it is."""
    rows = [row for row in everyone(database) if row["id"] == student["id"]]
    if rows != [student]:
        got = " ".join((NOT_IN_FILE if not rows else f"{FILE}에 있는 것: {as_json(rows[0])}", ended)).strip()
        raise Mismatch(expected=f"{FILE}에 {as_json(student)}", got=got, reply=reply)


def is_unchanged(database, before, reply):
    """The file holds what it held before. Of all that differs, the first is told."""
    after = everyone(database)
    for student in before:
        if student not in after:
            is_stored(database, student, reply)
    for student in after:
        if student not in before:
            raise Mismatch(expected=without(student), got=still_there(student), reply=reply)


NO_TABLE = "표가 없음"
JUST_STARTED = "서버를 켠 다음: 열려 있는 연결 0개"
NOT_IN_FILE = f"{FILE}에 없습니다."


def without(student):
    """What is expected of the file where somebody must not be in it."""
    return f"{FILE}에 번호 {student['id']}: 없음"


def still_there(student, ended=""):
    """What the file holds where somebody is in it all the same."""
    return f"{FILE}에 {as_json(student)} {ended}".strip()


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


def closes(application, reply):
    """After this reply no connection is open any more; gives its status."""
    left_open = open_connections(application)
    if left_open:
        raise Mismatch(expected="열려 있는 연결 0개", got=f"열려 있는 연결 {left_open}개", reply=reply)
    return reply.status


def open_connections(application):
    """How many connections were opened and not closed. A view may close its own a moment after the answer."""
    until = time.monotonic() + CLOSING_SECONDS
    while True:
        opened, closed = application.connections()
        if opened <= closed or time.monotonic() > until:
            return opened - closed
        time.sleep(0.02)


# Known mistakes. Of several that match, the first is told.


def mistake_of(tasks, slug, message):
    """Like `mistake`, for several tasks at once."""

    def add(recognise):
        for task in tasks:
            task.mistake(slug, message)(recognise)
        return recognise

    return add


def raised(tasks, slug, pattern, message):
    """Declare a mistake that ends in a Python error; `pattern` is searched in it and the line that raised it."""

    def fits(error):
        line = error.frames[-1].code if error.frames else ""
        return re.search(pattern, f"{error} {line}") is not None

    mistake_of(tasks, slug, message)(lambda load_error, error: fits(error))
    mistake_of(tasks, slug, message)(lambda failure, error: fits(error))


SAVING = (adds_a_student, replaces_a_student, removes_a_student)
WITH_BODY = (adds_a_student, replaces_a_student)
OF_ONE = (shows_a_student, replaces_a_student, removes_a_student)
LISTS = (lists_students, finds_by_name)
ROUTES = (adds_a_student, lists_students, *OF_ONE, finds_by_name)
EVERY_TASK = (makes_the_table, *ROUTES, keeps_what_it_saved, serves_many_at_once)


@makes_the_table.mistake(
    "Q23",
    f"`:memory:`는 파일을 만들지 않습니다. 연결을 닫으면 데이터가 모두 사라집니다. `{FILE}`에 연결하세요.",
)
def only_in_memory(source, files):
    return not files.exists(FILE) and bool(re.search("""["']:memory:""", all_code(source)))


@makes_the_table.mistake(
    "Q25",
    f"`{FILE}`이 없고, 다른 이름이나 다른 폴더에 데이터베이스 파일이 생겼습니다. 이름이 다르면 SQLite는 새 파일을 "
    f"만듭니다. 파일의 이름을 보고, `app.py`와 같은 폴더의 `{FILE}`에 연결하세요.",
)
def another_file(source, files):
    return not files.exists(FILE) and bool(set(databases(files)) - set(source.names()))


@makes_the_table.mistake(
    "init-when-run-only",
    '표를 만드는 코드가 `if __name__ == "__main__":` 아래에 있습니다. 그 자리는 `python app.py`로 실행할 때만 '
    "실행됩니다. `flask run`이나 다른 서버는 파일을 가져오기만 합니다. `app = Flask(...)` 아래로 옮기세요.",
)
def table_made_under_the_guard(failure, source):
    pattern = "|".join(["(?i:create table)", "executescript", *(rf"\b{name}\(" for name in makers(source))])
    guarded, free = code_by_place(source.tree("app.py"))
    return lacks_table(failure) and bool(re.search(pattern, guarded)) and not re.search(pattern, free)


@makes_the_table.mistake(
    "init-never-called",
    "표를 만드는 함수를 아무 데서도 부르지 않습니다. 정의한 함수는 불러야 실행됩니다. `app.py`에서 "
    "`app = Flask(...)` 아래에 `init_db()`를 쓰세요.",
)
def table_maker_never_called(failure, source):
    if not lacks_table(failure):
        return False
    called = {name.rpartition(".")[2] for file in python_files(source) for name, _ in source.calls(file)}
    return bool(makers(source)) and not called & makers(source)


@mistake_of(
    (makes_the_table, keeps_what_it_saved),
    "drop-at-start",
    "서버가 켜질 때마다 표나 파일을 지우고 새로 만듭니다. 그래서 학생이 모두 사라집니다. `DROP TABLE`이나 파일을 "
    "지우는 코드를 빼고, `CREATE TABLE IF NOT EXISTS`만 남기세요.",
)
def dropped_at_start(failure, source):
    pattern = r"(?i)\bdrop\s+table\b|\bDELETE\s+FROM\s+student_list\s*[;\"']|\.unlink\(|\bos\.remove\("
    return NOT_IN_FILE in (failure.got or "") and re.search(pattern, all_sql(source)) is not None


NOT_EXISTS = (
    "표가 이미 있는데 `CREATE TABLE`로 다시 만들려고 했습니다. 그래서 두 번째부터 서버가 켜지지 않습니다. "
    "`CREATE TABLE IF NOT EXISTS`라고 쓰면 없을 때만 만듭니다."
)
ONE_THREAD = (
    "연결 하나를 여러 요청이 함께 씁니다. 서버는 요청마다 다른 스레드(thread)에서 답하고, SQLite의 연결은 만든 "
    "스레드에서만 쓸 수 있습니다. 뷰 함수 안에서 연결하거나, `get_db()`처럼 요청마다 연결하는 함수를 쓰세요."
)
COMMIT_FIRST = (
    "닫은 연결은 더 쓸 수 없습니다. `commit()`을 먼저 부르고, 값을 모두 꺼낸 다음, 맨 끝에 `close()`를 부르세요."
)
QUOTED = "`?`나 `:name`을 따옴표 안에 쓰면 값의 자리가 아니라 글자입니다. 따옴표를 지우세요. 예: `LIKE ? || '%'`"
ONE_TUPLE = "값이 하나여도 튜플로 넘깁니다. 괄호만으로는 튜플이 아니고 쉼표가 있어야 합니다. 예: `(student_id,)`"
NOT_A_DICT = (
    "`Row`는 그대로 JSON이 되지 않습니다. `dict(row)`로 바꾸세요. 목록이면 `[dict(row) for row in rows]`입니다."
)
NO_ROW = "그런 행이 없으면 `fetchone()`은 `None`을 줍니다. 값을 꺼내기 전에 `if row is None: abort(404)`를 쓰세요."
CONFLICT = (
    "같은 번호가 이미 있어서 `IntegrityError`가 났고, 잡지 않아서 500이 되었습니다. `except sqlite3.IntegrityError:`로 "
    "잡아서 `abort(409)`를 부르세요."
)

raised(EVERY_TASK, "Q26", r"OperationalError: table \S+ already exists", NOT_EXISTS)
raised(EVERY_TASK, "Q33", "objects created in a thread can only be used", ONE_THREAD)
raised(EVERY_TASK, "Q24", "Cannot operate on a closed (database|cursor)", COMMIT_FIRST)
raised(ROUTES, "quoted-placeholder", "uses 0, and there (are|is) 1", QUOTED)
raised(ROUTES, "Q29", "uses 1, and there are|parameters are of unsupported type", ONE_TUPLE)
raised(ROUTES, "row-as-json", "type Row is not JSON|but it was a Row", NOT_A_DICT)
raised(ROUTES, "no-row", "'NoneType' object is not (iterable|subscriptable)|NoneType.* has no attribute 'keys'", NO_ROW)
raised([adds_a_student], "integrity-error", "IntegrityError: UNIQUE", CONFLICT)


@mistake_of(
    ROUTES,
    "Q28",
    "받은 값을 SQL 문장에 이어 붙였습니다. 따옴표가 든 값이 오면 문장의 뜻이 바뀌어서, 남이 데이터를 모두 보거나 지울 "
    "수 있습니다. f-string이나 `+` 대신 값의 자리에 `?`를 쓰고, 값은 튜플로 따로 넘기세요.",
)
def sql_is_formatted(reply, loaded, source):
    sent = asked_name(reply) + (reply.exchange.request.body or "").replace('"', "")
    return bool(set(sent) & set("'\"")) and formats_sql(code_for(reply, loaded, source))


@mistake_of(
    SAVING,
    "Q1",
    "성공으로 답했지만 데이터베이스 파일은 그대로입니다. INSERT, UPDATE, DELETE는 `commit()`을 불러야 파일에 "
    "남습니다. `with con:` 블록을 써도 됩니다.",
)
def never_committed(reply, failure, loaded, source):
    code = code_for(reply, loaded, source)
    wrote = re.search(r"(?i)\b(insert|update|delete|replace)\b", code) is not None
    return reply.status in DONE and FILE in (failure.expected or "") and wrote and not commits(code)


keeps_what_it_saved.mistake(
    "Q1",
    "저장했다고 답했지만 서버가 꺼지자 사라졌습니다. INSERT, UPDATE, DELETE 다음에 `commit()`을 부르거나 `with con:` "
    "블록을 쓰세요. 약속은 커밋한 것에만 있습니다.",
)(never_committed)


@mistake_of(
    (adds_a_student, replaces_a_student),
    "not-refused",
    "잘못된 본문을 저장하고 성공으로 답했습니다. SQLite는 열의 종류와 다른 값도 받습니다. 저장하기 전에 "
    "`isinstance`로 확인하고, 잘못되었으면 `abort(400)`을 부르세요. JSON의 `true`는 수가 아닙니다.",
)
def bad_body_accepted(reply, failure):
    return reply.status in DONE and expects_refusal(failure)


@mistake_of(
    (adds_a_student, replaces_a_student),
    "not-checked",
    "받은 본문을 먼저 확인하지 않아서, 400이 아닌 오류가 되었습니다. 객체인지, `id`가 정수인지, `name`이 비어 있지 "
    "않은 글인지 저장하기 전에 확인하고, 아니면 `abort(400)`을 쓰세요.",
)
def bad_body_raises(reply, failure):
    return reply.status in (409, 500) and expects_refusal(failure)


@adds_a_student.mistake(
    "or-replace",
    "같은 번호의 학생이 이미 있는데 새 학생으로 바꾸었습니다. `INSERT OR REPLACE`는 앞의 행을 지웁니다. `INSERT`만 "
    "쓰고, `sqlite3.IntegrityError`가 나면 409로 답하세요.",
)
def replaced_the_old_one(reply, failure, loaded, source):
    pattern = r"(?i)\breplace\s+into\b|\bor\s+replace\b|\bon\s+conflict\b"
    return expects(failure, 409) and reply.status in DONE and bool(re.search(pattern, code_for(reply, loaded, source)))


@adds_a_student.mistake(
    "Q27",
    "새 학생인데 이미 있다고 답했습니다. 한 요청에서 같은 학생을 두 번 넣어서, 두 번째 `INSERT`가 거절됩니다. "
    "`?`를 쓰는 `INSERT`와 `:name`을 쓰는 `INSERT` 가운데 하나만 남기세요.",
)
def inserted_twice(reply, failure, loaded, source):
    inserts = re.findall(r"(?i)\binsert\s+(?:or\s+\w+\s+)?into\b", code_for(reply, loaded, source))
    return expects(failure, 201) and reply.status in (409, 500) and len(inserts) == 2


@adds_a_student.mistake(
    "twice-the-same-id",
    "같은 번호의 학생이 두 명이 되었습니다. 표를 만들 때 `id INTEGER PRIMARY KEY`라고 쓰면 SQLite가 같은 번호를 "
    "거절합니다. 표는 한 번 만들면 바뀌지 않으므로, 고친 다음에는 파일 `student.sqlite3`을 지우고 다시 시작하세요.",
)
def no_primary_key(reply, failure):
    return expects(failure, 409) and reply.status in DONE


@adds_a_student.mistake(
    "conflict-is-409",
    "요청의 모양은 맞으므로 400이 아닙니다. 이미 있는 번호와 부딪치면 409(Conflict)로 답하세요.",
)
def conflict_as_bad_request(reply, failure):
    return expects(failure, 409) and reply.status == 400


@replaces_a_student.mistake(
    "id-of-the-body",
    "본문의 `id`를 썼습니다. 어느 학생인지는 주소의 번호가 정합니다. `WHERE id = ?`에는 주소에서 받은 번호를 묶고, "
    "답의 `id`에도 그 번호를 담으세요.",
)
def id_taken_from_the_body(reply, failure):
    sent = json_of(reply.exchange.request.body)
    return isinstance(sent, dict) and f"/students/{sent.get('id')}" != urlsplit(reply.url).path and reply.status != 500


@mistake_of(
    (replaces_a_student, removes_a_student),
    "without-where",
    "한 학생만 바꾸거나 지워야 하는데 다른 학생도 달라졌습니다. 문장의 끝에 `WHERE id = ?`가 있는지 보세요.",
)
def where_is_missing(reply, failure, loaded, source):
    if FILE not in (failure.expected or "") and not expects(failure, 404):
        return False
    code = code_for(reply, loaded, source)
    statements = re.findall(r"(?i)\b(?:update\s+student_list\s+set|delete\s+from\s+student_list)\b[^\n]*", code)
    return any(not re.search(r"(?i)\bwhere\b", statement) for statement in statements)


@mistake_of(
    (replaces_a_student, removes_a_student),
    "no-404",
    "없는 학생인데 성공으로 답했습니다. 맞는 행이 없어도 UPDATE와 DELETE는 오류가 아닙니다. 커서의 `rowcount`가 0이면 "
    "`abort(404)`를 부르세요.",
)
def nobody_changed(reply, failure):
    return expects(failure, 404) and reply.status in DONE


@removes_a_student.mistake(
    "no-204", '지웠으면 204로 답하고 본문은 비웁니다. `return "", 204`라고 쓰세요. 상태 코드를 쓰지 않으면 200입니다.'
)
def removed_with_200(reply, failure):
    return expects(failure, 204) and reply.status in (200, 202)


@mistake_of(
    LISTS,
    "Q30",
    "`fetchmany()`는 수를 주지 않으면 한 행만 꺼냅니다. `fetchone()`도 한 행입니다. 모두 꺼내려면 `fetchall()`을 "
    "쓰거나 `for row in cur:`로 도세요.",
)
def too_few_fetched(reply, loaded, source):
    code = code_for(reply, loaded, source)
    one_of_many = re.search(r"\.fetchmany\((size=)?1?\)", code) is not None and len(listed(reply)) == 1
    return one_of_many or (".fetchone()" in code and not re.search(r"\bfor\b|fetchall", code))


@mistake_of(
    (lists_students, finds_by_name, shows_a_student),
    "rows-as-lists",
    "학생이 객체가 아니라 배열로 갔습니다. 꺼낸 행은 튜플이고, 튜플은 JSON의 배열이 됩니다. 연결에 "
    "`con.row_factory = sqlite3.Row`를 정하고 `dict(row)`로 바꾸세요.",
)
def rows_are_arrays(reply):
    value = json_of(reply.text)
    items = value if isinstance(value, list) else listed(reply)
    of_one = re.search(r"/students/\d+$", reply.url) is not None
    return any(isinstance(item, list) for item in items) or (of_one and isinstance(value, list))


@mistake_of(LISTS, "bare-array", '배열이 그대로 왔습니다. `{"students": 목록}`처럼 객체에 넣으세요.')
def array_without_object(reply):
    return reply.status == 200 and isinstance(json_of(reply.text), list)


@lists_students.mistake(
    "not-by-id", "모든 학생이 왔지만 번호 순서가 아닙니다. 순서는 SQL이 정하게 하세요: `ORDER BY id`"
)
def another_order(reply):
    found = listed(reply)
    ids = [item.get("id") for item in found if isinstance(item, dict)]
    numbers = [id for id in ids if isinstance(id, int)]
    return len(numbers) == len(found) == 5 and numbers != sorted(numbers)


@finds_by_name.mistake(
    "anywhere",
    "이름의 처음이 아니라 가운데나 끝에 그 말이 있는 학생도 찾았습니다. `LIKE`의 `%`는 값의 뒤에만 붙이세요.",
)
def found_in_the_middle(reply):
    text, names = asked_name(reply), names_in(reply)
    return bool(names) and all(text in name for name in names) and any(not name.startswith(text) for name in names)


@finds_by_name.mistake("no-filter", "`?name=`을 보지 않습니다. 그 말로 시작하지 않는 학생도 목록에 있습니다.")
def name_in_query_ignored(reply, loaded, source):
    return len(names_in(reply)) == 5 and not re.search(r"\.(args|values)\b", code_for(reply, loaded, source))


@finds_by_name.mistake(
    "whole-name", "이름이 꼭 같은 학생만 찾았습니다. 그 말로 시작하는 이름을 모두 찾으려면 `LIKE ? || '%'`를 쓰세요."
)
def only_the_whole_name(reply):
    return set(names_in(reply)) == {asked_name(reply)}


@serves_many_at_once.mistake(
    "Q33",
    "연결 하나를 모든 요청이 함께 씁니다. `check_same_thread=False`는 오류를 숨길 뿐이고, 한 요청의 커밋이 다른 요청의 "
    "일까지 저장합니다. 요청마다 연결하고, 요청이 끝나면 닫으세요.",
)
def one_connection_for_all(failure, source):
    return "열려 있는 연결" in (failure.got or "") and (
        "check_same_thread" in all_code(source) or any(map(connects_outside, trees(source)))
    )


@serves_many_at_once.mistake(
    "Q32",
    "연결을 닫는 코드가 없습니다. `with con:`은 커밋만 하고 닫지 않습니다. `close()`를 부르거나 "
    "`contextlib.closing`을 쓰세요. Flask에서는 `teardown_appcontext`에 등록한 함수가 요청이 끝날 때마다 불립니다.",
)
def nothing_is_closed(failure, source):
    code = all_code(source)
    return "열려 있는 연결" in (failure.got or "") and not re.search(r"\.close\(|\bclosing\(|\.close\b", code)


@serves_many_at_once.mistake(
    "start-not-closed",
    "요청이 오기 전부터 열려 있는 연결이 있습니다. 표를 만들려고 연 연결도 일이 끝나면 `close()`로 닫으세요.",
)
def left_open_at_start(failure):
    return failure.expected == JUST_STARTED


@serves_many_at_once.mistake(
    "not-closed-when-refused",
    "이 요청은 거절했고, 그때 연결을 닫지 않았습니다. `abort()`와 오류는 함수를 그 자리에서 끝내므로 뒤에 있는 "
    "`close()`가 실행되지 않습니다. `teardown_appcontext`, `contextlib.closing`, `finally` 가운데 하나를 쓰세요.",
)
def left_open_after_refusal(failure, reply, source):
    left_open = failure.reply is not None and "열려 있는 연결" in (failure.got or "") and reply.status >= 400
    return left_open and not closer_never_registered(failure, source)


@serves_many_at_once.mistake(
    "teardown-not-registered",
    "연결을 닫는 함수가 있지만 불리지 않습니다. `app.teardown_appcontext(close_db)`로 등록하세요.",
)
def closer_never_registered(failure, source):
    functions = [function for file in python_files(source) for function in source.functions(file)]
    closers = [function for function in functions if re.search("close|teardown", function.name)]
    is_used = any(re.search(rf"(?<!def )\b{function.name}\b", all_code(source)) for function in closers)
    decorated = any(function.decorator_list for function in closers)
    return "열려 있는 연결" in (failure.got or "") and bool(closers) and not is_used and not decorated


def lacks_table(failure):
    """Whether the first request found no table."""
    return NO_TABLE in (failure.got or "")


def expects(failure, code):
    """Whether this status was expected."""
    return failure.expected == status(code)


def expects_refusal(failure):
    """Whether the request was a bad one."""
    return failure.expected in (status(400), status(400, 415))


def json_of(text):
    """The decoded text, or None where it is no JSON."""
    try:
        return json.loads(text or "")
    except (ValueError, RecursionError):
        return None


def listed(reply):
    """The items of a list of students, whatever they are; none where there is no such list."""
    value = json_of(reply.text)
    items = value.get("students") if isinstance(value, dict) else None
    return items if isinstance(items, list) else []


def names_in(reply):
    """The names of the students in a list."""
    return [str(item.get("name")) for item in listed(reply) if isinstance(item, dict)]


def asked_name(reply):
    """What was searched for."""
    return parse_qs(urlsplit(reply.url).query).get("name", [""])[0]


def python_files(source):
    """The learner's Python files."""
    return [name for name in source.names() if name.endswith(".py")]


def trees(source):
    """Those of them that can be parsed."""
    return [tree for tree in map(source.tree, python_files(source)) if tree is not None]


def all_code(source):
    """All Python of the submission, without comments."""
    return "\n".join(map(ast.unparse, trees(source)))


def all_sql(source):
    """All Python and SQL of the submission, without comments."""
    scripts = [re.sub("--.*", "", source.text(name)) for name in source.names() if name.endswith(".sql")]
    return "\n".join([all_code(source), *scripts])


def code_for(reply, loaded, source):
    """The code that answers such a request: the view function, and the functions that it calls by their names."""
    functions = {function.name: function for file in python_files(source) for function in source.functions(file)}
    waiting = list(views_for(reply, loaded, source))
    if not waiting:
        return all_code(source)
    found = []
    while waiting:
        function = waiting.pop()
        if function not in found:
            found.append(function)
            called = [node for node in ast.walk(function) if isinstance(node, (ast.Name, ast.Attribute))]
            names = {node.id if isinstance(node, ast.Name) else node.attr for node in called}
            waiting += [functions[name] for name in names if name in functions]
    return "\n".join(map(ast.unparse, found))


def views_for(reply, loaded, source):
    """The view functions for the method and the shape of this address."""
    shape = re.sub(r"/\d+$", "/<>", urlsplit(reply.url).path)
    for route in loaded.routes:
        fits = re.sub("<[^>]*>", "<>", route.rule) == shape
        if fits and reply.exchange.request.method in route.methods and route.where:
            for function in source.functions(route.where.file):
                if route.where.line in [function.lineno, *(line.lineno for line in function.decorator_list)]:
                    yield function


def formats_sql(code):
    """Whether a value is put into a statement by hand."""
    statement = r"(?i)\b(select\b.*\bfrom|insert\b.*\binto|update\b.*\bset|delete\s+from|where)\b"
    for node in ast.walk(ast.parse(code)):
        left = node.left if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Mod)) else None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            left = node.func.value
        if isinstance(node, ast.JoinedStr) and any(isinstance(part, ast.FormattedValue) for part in node.values):
            left = node
        texts = [part for part in ast.walk(left) if isinstance(part, ast.Constant)] if left else []
        if any(isinstance(part.value, str) and re.search(statement, part.value) for part in texts):
            return True
    return False


def commits(code):
    """Whether a transaction is ended anywhere in this code."""
    # `with closing(...)` and `with open(...)` commit nothing; any other `with` may be that of a connection
    blocks = re.findall(r"(?m)^\s*with (.*):$", code)
    own = any(not re.match(r"(contextlib\.)?closing\(|open\(|\w*lock", block) for block in blocks)
    return (
        own
        or re.search(r"\.commit\b|\bisolation_level\b|\bautocommit\b|(?i:\bCOMMIT\b)|executescript", code) is not None
    )


def makers(source):
    """Names of the functions that make the table: by their own SQL, by a script, or through one another."""
    functions = [function for file in python_files(source) for function in source.functions(file)]
    found = {
        function.name for function in functions if re.search(r"(?i)create table|executescript", ast.unparse(function))
    }
    found |= {
        function.name
        for function in functions
        if re.search("^(init|create|make)_?(db|table|database|schema)", function.name)
    }
    for function in functions:
        if any(re.search(rf"\b{re.escape(name)}\(", ast.unparse(function)) for name in found):
            found.add(function.name)
    return found


def code_by_place(tree):
    """What runs under the main guard, and what runs whenever the module is loaded."""
    guarded, free = [], []
    for node in tree.body if tree else ():
        is_guard = isinstance(node, ast.If) and "__main__" in ast.unparse(node.test)
        if not isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            (guarded if is_guard else free).append(ast.unparse(node))
    return "\n".join(guarded), "\n".join(free)


def connects_outside(tree):
    """Whether a module connects while it is loaded, and keeps the connection in a name."""
    for node in tree.body:
        value = node.value if isinstance(node, (ast.Assign, ast.AnnAssign)) else None
        if isinstance(value, ast.Call) and ast.unparse(value.func) in (
            "sqlite3.connect",
            "connect",
            "sqlite3.Connection",
        ):
            return True
    return False


if __name__ == "__main__":
    check.main()
