"""Lesson 12: the file student.sqlite3 as the tasks find it: its table, its students, and the connections to it."""

from __future__ import annotations

import contextlib
import time

from shared.probes import Mismatch, Skip, as_json

FILE = "student.sqlite3"
COLUMNS = ("id", "name", "phone_number", "birth_date")
DONE = (200, 201, 204)
"""Status codes that promise that the file has changed."""

CLOSING_SECONDS = 1.0

NO_TABLE = "표가 없음"
NOT_IN_FILE = f"{FILE}에 없습니다."
JUST_STARTED = "서버를 켠 다음: 열려 있는 연결 0개"


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


def without(student):
    """What is expected of the file where somebody must not be in it."""
    return f"{FILE}에 번호 {student['id']}: 없음"


def still_there(student, ended=""):
    """What the file holds where somebody is in it all the same."""
    return f"{FILE}에 {as_json(student)} {ended}".strip()


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
