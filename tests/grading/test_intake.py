"""A class's folder, as it comes from schools: every piece finds its student and lesson, or is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest

from shared.grading.intake import Intake
from shared.grading.mapping import Said
from shared.grading.pieces import read_piece
from shared.grading.tree import Archives
from shared.lessons import find
from shared.messages import grading as words
from tests.grading.conftest import FIRST, HALF, RIGHT, SECOND, who, zipped

Take = Callable[..., Intake]
KIM, LEE = ("10203", "김하늘"), ("10204", "이바다")


@pytest.mark.parametrize(
    "path",
    [
        "10203_김하늘/01_greeting/app.py",
        "10203 김하늘/01/app.py",
        "10203_김하늘_01/app.py",
        "10203_김하늘_01.py",
        "01_greeting/10203_김하늘/app.py",
        "01_greeting/10203_김하늘.py",
        "2026 1반 제출물/10203_김하늘/01_greeting/app.py",
        "제출물/1반/10203_김하늘/01_greeting/app.py",
        "10203_김하늘/lessons/01_greeting/app.py",
        "10203_김하늘/01_greeting/내 폴더/app.py",
        "10203김하늘_1차시/app.py",
        "레슨1/10203-김하늘.py",
        "10203_김하늘_인사하는.py",
        "10203_김하늘_812345_assignsubmission_file_/01_greeting.py",
        "김하늘_812345_assignsubmission_file_/10203_01.py",
        "10203_김하늘_attempt_2026-11-20-10-11-12_01_app.py",
        "10203_김하늘_01_greeting (1).py",
        "10203_김하늘_01_최종_수정본.py",
        "[20261120] 10203 김하늘 01/app.py",
        "10203_김 하늘_01.py",
        normalize("NFD", "10203_김하늘/01_greeting/app.py"),
        f"10203_김하늘/{'긴 이름 ' * 20}/01_greeting/app.py",
    ],
)
def test_one_student_and_lesson_by_the_names(taken: Take, path: str) -> None:
    intake = taken({path: RIGHT})

    assert who(intake) == [(*KIM, FIRST)]
    assert intake.doubts == []


@pytest.mark.parametrize(
    ("path", "student"),
    [
        ("kim/01_greeting/app.py", ("", "kim")),
        ("alice_01.py", ("", "alice")),
        ("s07/01/app.py", ("", "s07")),
        ("2학년 3반 7번 박나무/01_greeting/app.py", ("20307", "박나무")),
        ("20261234/01_greeting/app.py", ("20261234", "")),
        ("haneul_92113_8823411_01_greeting.py", ("", "haneul")),
    ],
)
def test_other_ways_to_name_a_student(taken: Take, path: str, student: tuple[str, str]) -> None:
    assert who(taken({path: RIGHT})) == [(*student, FIRST)]


def test_zips_of_students_and_one_zip_of_all(taken: Take) -> None:
    one = zipped({"app.py": RIGHT})
    everything = {"class/10203_김하늘_01.zip": one, "class/10204_이바다/01_greeting/app.py": RIGHT}

    intake = taken({"10205_박나무_02.zip": one, "모두.zip": zipped(everything)})

    assert who(intake) == [(*KIM, FIRST), (*LEE, FIRST), ("10205", "박나무", SECOND)]
    assert intake.doubts == []


def test_a_zip_with_several_lessons(taken: Take) -> None:
    lessons = {"01_greeting/app.py": RIGHT, "02_farewell/app.py": HALF}

    assert who(taken({"10203_김하늘.zip": zipped(lessons)})) == [(*KIM, FIRST), (*KIM, SECOND)]


def test_names_of_korean_windows_in_a_zip(taken: Take) -> None:
    inside = {"10203_김하늘/01_greeting/app.py": RIGHT, "10204_이바다/01_greeting/app.py": RIGHT}

    assert who(taken({"all.zip": zipped(inside, "cp949")})) == [(*KIM, FIRST), (*LEE, FIRST)]


def test_files_are_read_from_wherever_they_are(taken: Take, root: Path) -> None:
    inner = zipped({"내 것/app.py": RIGHT})
    files = {
        "10201_가나다_01.py": RIGHT,
        "10202_나나다/01_greeting/app.py": RIGHT,
        "10203_다나다_01.zip": inner,
        "all.zip": zipped(
            {"10204_라나다_01.zip": inner, "10205_마나다/01_greeting/app.py": RIGHT, "10206_바나다_01.py": RIGHT}
        ),
    }
    lesson = find("01", root)

    intake = taken(files)

    with Archives() as archives:
        found = [read_piece(piece, lesson, archives).files for piece in intake.pieces]
    assert found == [{"app.py": RIGHT}] * 6


def test_a_lesson_that_no_name_tells_is_the_one_that_was_asked_for(taken: Take) -> None:
    files = {"10203_김하늘/app.py": RIGHT, "10204_이바다.py": RIGHT, "10205_박나무.zip": zipped({"app.py": RIGHT})}

    assert [doubt.reason for doubt in taken(files).doubts] == [words.NO_LESSON] * 3
    assert [lesson for *_, lesson in who(taken(files, default=SECOND))] == [SECOND] * 3


def test_what_cannot_be_told_is_named(taken: Take) -> None:
    files = {"app.py": RIGHT, "공지.pdf": b"%PDF", "10203_김하늘/보고서.hwp": b"hwp", "깨진.zip": b"PK nothing"}

    intake = taken(files)

    assert intake.pieces == []
    told = {doubt.path: doubt.reason for doubt in intake.doubts}
    assert told.keys() == {"app.py", "공지.pdf", "10203_김하늘", "깨진.zip"}
    assert told["app.py"] == words.NO_STUDENT
    assert told["공지.pdf"] == words.NOT_AN_ANSWER
    assert told["10203_김하늘"] == words.NOTHING_INSIDE


def test_a_broken_zip_of_a_known_student_is_a_piece(taken: Take) -> None:
    assert who(taken({"10203_김하늘_01.zip": b"PK nothing"})) == [(*KIM, FIRST)]


def test_links_are_named_and_not_followed(taken: Take, tmp_path: Path) -> None:
    (tmp_path / "class").mkdir()
    try:
        (tmp_path / "class" / "10204_이바다_01").symlink_to(tmp_path / "class" / "10203_김하늘_01")
    except OSError:
        pytest.skip("this system does not let us make links")

    intake = taken({"10203_김하늘_01/app.py": RIGHT})

    assert who(intake) == [(*KIM, FIRST)]
    assert [doubt.reason for doubt in intake.doubts] == [words.LINK]


def test_the_newest_of_two_counts_where_the_names_tell(taken: Take, root: Path) -> None:
    files = {
        "10203_김하늘_01_2026-11-20.zip": zipped({"app.py": HALF}),
        "10203_김하늘_01_2026-11-21.zip": zipped({"app.py": RIGHT}),
        "10204_이바다_attempt_2026-11-20-09-00-00_01_app.py": HALF,
        "10204_이바다_attempt_2026-11-20-10-00-00_01_app.py": RIGHT,
    }

    intake = taken(files)

    assert who(intake) == [(*KIM, FIRST), (*LEE, FIRST)]
    with Archives() as archives:
        assert [read_piece(p, find("01", root), archives).files["app.py"] for p in intake.pieces] == [RIGHT, RIGHT]


def test_two_of_one_student_without_dates_are_in_doubt(taken: Take) -> None:
    intake = taken({"10203_김하늘_01.py": RIGHT, "10203_김하늘_01 (1).py": HALF, "10204_이바다_01.py": RIGHT})

    assert who(intake) == [(*LEE, FIRST)]
    assert [doubt.reason for doubt in intake.doubts] == [words.SEVERAL] * 2


def test_a_name_alone_belongs_to_its_only_id(taken: Take) -> None:
    assert who(taken({"10203_김하늘_01.py": RIGHT, "김하늘_02.py": RIGHT})) == [(*KIM, FIRST), (*KIM, SECOND)]


def test_a_name_of_two_students_is_in_doubt(taken: Take) -> None:
    intake = taken({"10203_김하늘_01.py": RIGHT, "10301_김하늘_01.py": RIGHT, "김하늘_02.py": RIGHT})

    assert len(intake.pieces) == 2
    assert [doubt.path for doubt in intake.doubts] == ["김하늘_02.py"]


def test_what_somebody_has_said_settles_doubts(taken: Take) -> None:
    said = {
        "app.py": Said("10203", "김하늘", FIRST),
        "모음": Said("10204", "이바다", None),
        "메모.txt": Said(left_out=True),
    }

    intake = taken({"app.py": RIGHT, "모음/02/app.py": RIGHT, "메모.txt": b""}, said=said)

    assert who(intake) == [(*KIM, FIRST), (*LEE, SECOND)]
    assert intake.doubts == []


def test_a_whole_workbook_handed_in(taken: Take) -> None:
    files = {
        "10203_김하늘/lessons/01_greeting/app.py": RIGHT,
        "10203_김하늘/solutions/01_greeting/app.py": HALF,
        "10203_김하늘/checks/01_greeting.py": b"",
        "10203_김하늘/workbook.py": b"",
    }

    assert who(taken(files)) == [(*KIM, FIRST)]


def test_folders_of_tools_and_systems_are_passed_over(taken: Take) -> None:
    files = {
        "10203_김하늘/01_greeting/app.py": RIGHT,
        "__MACOSX/10203_김하늘/._app.py": b"",
        ".DS_Store": b"",
        "10203_김하늘/.git/config": b"",
        "10203_김하늘/__pycache__/app.cpython-311.pyc": b"",
    }

    intake = taken(files)

    assert who(intake) == [(*KIM, FIRST)]
    assert intake.doubts == []


def test_notebooks_wherever_they_are(taken: Take, root: Path) -> None:
    notebook = as_notebook(RIGHT)
    files = {
        "10201_가나다_01.ipynb": notebook,
        "10202_나나다/01_greeting.ipynb": notebook,
        "10203_다나다_01/내 노트북.ipynb": notebook,
        "10204_라나다_01.zip": zipped({"안/노트북.ipynb": notebook}),
        "all.zip": zipped({"10205_마나다_01.ipynb": notebook, "10206_바나다/01_greeting/x.ipynb": notebook}),
    }

    intake = taken(files)

    assert intake.doubts == []
    with Archives() as archives:
        found = [read_piece(piece, find("01", root), archives).files for piece in intake.pieces]
    assert found == [{"app.py": RIGHT}] * 6


def as_notebook(app: bytes) -> bytes:
    """A notebook whose only cell holds this app."""
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    cell["source"] = "%%answer app.py\n" + app.decode("utf-8")
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode("utf-8")
