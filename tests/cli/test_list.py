"""The list of lessons: how far each is, and what to do next."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.report.layout import cells
from tests import tiny_project

from .conftest import Run

LESSON = Path("lessons", tiny_project.SLUG)


def row(out: str) -> str:
    return next(line for line in out.splitlines() if line.startswith("  01  "))


def test_before_the_first_check_nothing_is_passed_and_the_text_is_next(run: Run) -> None:
    for said in (run(), run("list")):
        assert said.code == 0
        assert row(said.out) == "  01  인사하는 서버    0/3  검사 전"
        assert "읽을 글: lessons/01_greeting/README.md" in said.out
        assert "검사: python workbook.py check 01" in said.out


def test_a_check_counts_and_the_first_task_not_passed_is_next(run: Run, project: Path) -> None:
    tiny_project.write(project / LESSON / "app.py", tiny_project.FIRST_DONE)
    assert run("check", "1").code == 1
    out = run().out
    assert row(out) == "  01  인사하는 서버    2/3  하는 중"
    assert "다음 할 일: 01 과제 2. 작별 인사 보이기" in out
    assert "힌트: python workbook.py hint 01 2" in out


def test_a_finished_lesson_is_finished_and_the_next_one_is_next(run: Run, project: Path) -> None:
    tiny_project.make(project, "02_second", "둘째")
    tiny_project.write(project / LESSON / "app.py", tiny_project.SOLUTION)
    said = run("check")
    assert said.code == 0
    assert said.out.endswith("다음 할 일: 02 둘째\n")
    out = run().out
    assert out.startswith("레슨 2개 중 1개를 마쳤습니다.")
    assert row(out).endswith("3/3  마침")
    assert "다음 할 일: 02 둘째" in out


def test_files_that_changed_since_the_check_are_told(run: Run, project: Path) -> None:
    tiny_project.write(project / LESSON / "app.py", tiny_project.SOLUTION)
    run("check", "1")
    tiny_project.write(project / LESSON / "app.py", tiny_project.SOLUTION + "# one more line\n")
    assert row(run().out).endswith("3/3  마침 (검사한 뒤에 고침)")


def test_a_check_of_somebody_elses_work_does_not_count(run: Run, project: Path) -> None:
    assert run("check", "1", str(project / "solutions" / tiny_project.SLUG)).code == 0
    assert row(run().out).endswith("0/3  검사 전")


def test_when_all_is_finished_it_says_so(run: Run, project: Path) -> None:
    tiny_project.write(project / LESSON / "app.py", tiny_project.SOLUTION)
    run("check", "1")
    assert "모든 레슨을 마쳤습니다." in run().out
    said = run("check")
    assert (said.code, said.out) == (0, "모든 레슨을 마쳤습니다.\n다시 검사하려면: python workbook.py check 01\n")
    assert run("hint").out == "모든 레슨을 마쳤습니다.\n"


def test_a_workbook_without_lessons_says_so(run: Run, project: Path) -> None:
    (project / "lessons").rename(project / "elsewhere")
    said = run()
    assert said.code == 2 and said.out.startswith("레슨이 없습니다.")


@pytest.mark.parametrize("width", [30, 40, 80])
def test_the_screen_is_not_exceeded(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    tiny_project.make(project, "02_second", "아주 길고 긴 제목이 붙어 있어서 한 줄에 다 들어가지 않는 레슨")
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run().out.splitlines()
    # A command is never broken inside a word.
    assert all(cells(line) <= width or " " not in line.strip() or line.split()[-1] in line for line in lines)
    assert max(cells(line) for line in lines if "lessons/" not in line) <= width
    assert "    0/3  검사 전" in "\n".join(lines)


def test_colours_are_there_only_where_they_are_wanted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in run().out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1m" in run().out
    assert "\x1b" not in run("list", "--plain").out and "\x1b" not in run("--plain").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run().out
