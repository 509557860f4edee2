"""A folder that is handed in, and where the answer may stand in it."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from shared.submission import read


def test_files_at_the_top_are_taken(handed, taken) -> None:
    path = handed({"app.py": "x = 1", "templates/hi.html": "<p>", "static/a.png": b"\x89PNG\xff"})
    assert taken(path) == {"app.py": b"x = 1", "templates/hi.html": b"<p>", "static/a.png": b"\x89PNG\xff"}


@pytest.mark.parametrize("inside", ["04_routing", "김하늘/04_routing", "김하늘", "4", "04", "a/b/c", "04_routing (1)"])
def test_files_in_a_folder_inside_are_taken(inside: str, handed, taken) -> None:
    path = handed({f"{inside}/app.py": "x", f"{inside}/static/a.txt": "y", "설명.txt": "z"})
    assert taken(path) == {"app.py": b"x", "static/a.txt": b"y"}


def test_the_folder_that_was_read_is_noted(handed, lesson) -> None:
    found = read(handed({"김하늘/04_routing/app.py": "x"}), lesson("04"))
    assert found.notes == ("답을 읽은 폴더: 김하늘/04_routing",)
    assert read(handed({"app.py": "x"}, "다른 폴더"), lesson("04")).notes == ()


def test_a_folder_named_after_the_lesson_wins_over_a_shallower_one(handed, taken) -> None:
    assert taken(handed({"app.py": "other", "work/04_routing/app.py": "this"})) == {"app.py": b"this"}


def test_the_shallowest_folder_wins_otherwise(handed, taken) -> None:
    assert taken(handed({"one/app.py": "this", "two/old/app.py": "other"})) == {"app.py": b"this"}


def test_a_folder_that_bears_the_lessons_name_is_not_left_for_a_copy_inside(handed, taken) -> None:
    path = handed({"app.py": "this", "04_routing/app.py": "copy"}, "04_routing")
    assert taken(path)["app.py"] == b"this"


def test_two_equally_good_folders_are_both_named(handed, refused) -> None:
    message = refused(handed({"one/app.py": "x", "two/app.py": "y"}))
    assert "one, two" in message
    assert "여러 개" in message


def test_two_copies_named_after_the_lesson_are_both_named(handed, refused) -> None:
    message = refused(handed({"04_routing/app.py": "x", "04_routing (1)/app.py": "y"}))
    assert "04_routing, 04_routing (1)" in message


def test_the_folder_of_another_lesson_is_not_taken_for_this_one(handed, taken, refused) -> None:
    everything = handed({"03_first_server/app.py": "three", "04_routing/app.py": "four"})
    assert taken(everything) == {"app.py": b"four"}
    assert "03_first_server/app.py" in refused(handed({"03_first_server/app.py": "three"}, "another"))


def test_the_whole_workbook_may_be_handed_in(handed, taken, refused) -> None:
    path = handed({"lessons/04_routing/app.py": "mine", "solutions/04_routing/app.py": "finished"})
    assert taken(path) == {"app.py": b"mine"}
    (path / "lessons/04_routing/app.py").unlink()
    assert "app.py" in refused(path)


def test_the_learners_own_folder_is_known(project: Path, lesson, handed) -> None:
    assert read(project / "lessons" / "04_routing", lesson("04")).own_folder
    assert read(project, lesson("04")).own_folder
    assert not read(handed({"app.py": "x"}), lesson("04")).own_folder


def test_leftovers_are_left_out(handed, taken) -> None:
    leftovers = [
        "README.md",
        "hints.md",
        "answer.json",
        "__pycache__/app.cpython-311.pyc",
        ".venv/lib/x.py",
        "환경/pyvenv.cfg",
        "환경/Lib/app.py",
        ".git/config",
        ".idea/app.xml",
        "node_modules/x/app.py",
        "static/.DS_Store",
        "__MACOSX/._app.py",
        "Thumbs.db",
        "old.pyc",
        "student.sqlite3",
        "student.sqlite3-wal",
        "uploads/photo.png",
    ]
    assert taken(handed(dict.fromkeys(leftovers, b"\xff") | {"app.py": "x"})) == {"app.py": b"x"}


def test_traces_of_earlier_runs_are_mentioned(handed, lesson) -> None:
    found = read(handed({"app.py": "x", "student.sqlite3": b"\0", "uploads/a": "1", "README.md": "r"}), lesson("04"))
    assert found.notes == ("이전 실행에서 남은 것이라 뺐습니다: student.sqlite3, uploads/a",)


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need rights on Windows")
def test_links_in_a_virtual_environment_do_no_harm(handed, taken) -> None:
    path = handed({"app.py": "x", "venv/pyvenv.cfg": ""})
    (path / "venv" / "python").symlink_to("/usr/bin/python3")
    (path / ".venv").symlink_to("/usr")
    assert taken(path) == {"app.py": b"x"}


def test_names_are_composed(handed, taken) -> None:
    name = unicodedata.normalize("NFD", "소개.html")
    assert sorted(taken(handed({"app.py": "x", f"templates/{name}": "y"}))) == ["app.py", "templates/소개.html"]


def test_a_path_typed_in_the_other_unicode_form_is_found(handed, taken) -> None:
    path = handed({"app.py": "x"}, unicodedata.normalize("NFD", "김하늘"))
    assert taken(path.parent / "김하늘") == {"app.py": b"x"}


def test_a_byte_order_mark_and_windows_line_ends_are_kept(handed, taken) -> None:
    content = b"\xef\xbb\xbfprint('\xea\xb0\x80')\r\n"
    assert taken(handed({"app.py": content})) == {"app.py": content}


def test_one_of_several_answer_files_is_enough(handed, taken) -> None:
    assert taken(handed({"db.py": "x"}), "12") == {"db.py": b"x"}


def test_an_own_folder_without_its_answer_file_is_told_which(project: Path, lesson, refused) -> None:
    (project / "lessons" / "11_sql" / "queries.sql").unlink()
    message = refused(project / "lessons" / "11_sql", "11")
    assert "찾은 이름: queries.sql." in message
    assert "들어 있는 파일: server.py" in message
