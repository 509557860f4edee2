"""A lesson is what its folder says."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from shared.lessons import ROOT, Lesson, Task, find
from shared.lessons.lesson import load


@pytest.fixture
def lesson(project: Path) -> Lesson:
    return find("04", project)


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def test_number_slug_and_places_come_from_the_folder_name(lesson: Lesson, project: Path) -> None:
    assert (lesson.number, lesson.slug) == ("04", "04_routing")
    assert lesson.folder == project / "lessons" / "04_routing"
    assert lesson.solution == project / "solutions" / "04_routing"
    assert lesson.check == project / "checks" / "04_routing.py"
    assert lesson.notebook == project / "notebooks" / "04_routing.ipynb"


def test_the_title_is_the_first_heading_without_its_number(lesson: Lesson) -> None:
    assert lesson.title == "라우팅과 URL 변수"


def test_a_text_without_a_title_is_called_by_its_folder(project: Path) -> None:
    (project / "lessons" / "04_routing" / "README.md").write_text("글", encoding="utf-8")
    assert load(project, "04_routing").title == "04_routing"


def test_tasks_are_read_from_the_headings_outside_code(lesson: Lesson) -> None:
    assert lesson.tasks == (Task(1, "인사하기"), Task(2, "/hi/<name> 만들기"))
    assert lesson.tasks[1].heading == "과제 2. /hi/<name> 만들기"


def test_headings_are_plain_text_in_order(lesson: Lesson) -> None:
    assert lesson.headings == (
        "04. 라우팅과 URL 변수",
        "목표",
        "주소에서 int: 값 받기",
        "과제",
        "과제 1. 인사하기",
        "과제 2. /hi/<name> 만들기",
        "용어",
    )


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(project: Path) -> None:
    path = project / "lessons" / "04_routing" / "README.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert find("04", project).title == "라우팅과 URL 변수"
    assert len(find("04", project).tasks) == 2


def test_hints_are_rungs_per_task(lesson: Lesson) -> None:
    assert lesson.hints() == {
        1: ("`return`을 보세요.", "```python\n### 힌트 3\n```\n\n#### 덧붙임\n\n끝."),
        2: ("하나뿐입니다.",),
    }


def test_a_lesson_without_hints_has_none(lesson: Lesson) -> None:
    (lesson.folder / "hints.md").unlink()
    assert lesson.hints() == {}


def test_files_are_those_a_learner_may_edit(lesson: Lesson, project: Path) -> None:
    write(lesson.folder, "templates/base.html", "static/style.css", "schema.sql")
    assert find("04", project).files == ("app.py", "schema.sql", "static/style.css", "templates/base.html")


@pytest.mark.parametrize(
    "name",
    [
        "answer.json",
        "__pycache__/app.cpython-311.pyc",
        "app.pyc",
        ".venv/lib/x.py",
        "myenv/pyvenv.cfg",
        ".git/config",
        ".vscode/settings.json",
        "node_modules/x/index.js",
        ".DS_Store",
        *(["Icon\r"] if os.name != "nt" else []),
        "static/Thumbs.db",
        "static/._style.css",
        "__MACOSX/app.py",
        "student.sqlite3",
        "student.sqlite3-journal",
        "uploads/photo.png",
        "static/socket.io.esm.min.js",
        "images/drawing.svg",
    ],
)
def test_leftovers_are_no_files_of_a_lesson(lesson: Lesson, project: Path, name: str) -> None:
    write(lesson.folder, name)
    assert find("04", project).files == ("app.py",)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_links_and_pipes_are_no_files_of_a_lesson(lesson: Lesson, project: Path) -> None:
    (lesson.folder / "link.py").symlink_to(lesson.folder / "app.py")
    (lesson.folder / "loop").symlink_to(lesson.folder)
    os.mkfifo(lesson.folder / "pipe.py")
    assert find("04", project).files == ("app.py",)


def test_file_names_are_composed(lesson: Lesson, project: Path) -> None:
    write(lesson.folder, unicodedata.normalize("NFD", "소개.txt"))
    assert find("04", project).files == ("app.py", "소개.txt")


def test_importing_the_lessons_needs_no_library_from_elsewhere() -> None:
    code = "import sys; before = set(sys.modules); import shared.lessons; print(set(sys.modules) - before)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert not {"flask", "markdown_it", "click", "rich", "zipfile"} & ast.literal_eval(done.stdout)
