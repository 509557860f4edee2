"""A single file that is handed in, and which file of the lesson it is."""

from __future__ import annotations

import shutil

import pytest

from shared.lessons import Lesson
from shared.submission import read


@pytest.mark.parametrize(
    "name", ["app.py", "my_answer.py", "10203_김하늘_app.py", "app (1).py", "김하늘app.py", "app - 복사본.py", "APP.PY"]
)
def test_any_python_file_is_the_one_of_a_lesson_with_one(name: str, handed, taken) -> None:
    assert taken(handed({name: "x"}) / name) == {"app.py": b"x"}


@pytest.mark.parametrize(
    ("name", "query", "taken_as"),
    [
        ("queries.sql", "11", "queries.sql"),
        ("10101_김하늘.sql", "11", "queries.sql"),
        ("client (2).py", "01", "client.py"),
        ("10203_db.py", "12", "db.py"),
        ("app_db.py", "12", "db.py"),
        ("db - 복사본.py", "12", "db.py"),
        ("my.sql", "12", "schema.sql"),
    ],
)
def test_a_name_that_tells_the_file_is_understood(name: str, query: str, taken_as: str, handed, taken) -> None:
    assert taken(handed({name: "x"}) / name, query) == {taken_as: b"x"}


def test_a_file_taken_under_another_name_is_noted(handed, lesson) -> None:
    path = handed({"my_answer.py": "x", "app.py": "y"})
    assert read(path / "my_answer.py", lesson("04")).notes == ("낸 파일: my_answer.py, 레슨의 파일로 본 이름: app.py",)
    assert read(path / "app.py", lesson("04")).notes == ()


def test_only_that_file_is_taken(handed, taken) -> None:
    path = handed({"app.py": "x", "db.py": "y"})
    assert taken(path / "db.py", "12") == {"db.py": b"y"}


@pytest.mark.parametrize(
    ("name", "query"),
    [("my_answer.py", "12"), ("mapper.py", "12"), ("style.css", "08"), ("app.txt", "04"), ("app.py.txt", "04")],
)
def test_a_file_of_no_known_name_is_told_the_names(name: str, query: str, handed, refused) -> None:
    message = refused(handed({name: "x"}) / name, query)
    assert f"이 레슨의 파일이 아닙니다: {name}. 낼 수 있는 파일: app.py" in message


@pytest.mark.parametrize("query", ["01", "11"])
def test_the_finished_server_is_no_answer(query: str, handed, refused) -> None:
    assert "이 레슨의 파일이 아닙니다: server.py" in refused(handed({"server.py": "x"}) / "server.py", query)


def test_a_name_that_tells_two_files_is_refused_with_both(handed, refused) -> None:
    assert "app.py, db.py" in refused(handed({"app와 db 답.py": "x"}) / "app와 db 답.py", "12")


def test_a_lesson_without_a_solution_goes_by_its_starter(handed, taken, lesson) -> None:
    found: Lesson = lesson("04")
    shutil.rmtree(found.solution)
    assert taken(handed({"my.py": "x"}) / "my.py") == {"app.py": b"x"}


def test_a_lesson_overwritten_by_its_solution_still_takes_its_files(handed, taken, lesson) -> None:
    found: Lesson = lesson("04")
    shutil.copytree(found.solution, found.folder, dirs_exist_ok=True)
    assert taken(handed({"app.py": "x"}) / "app.py") == {"app.py": b"x"}
