"""Hints, one rung at a time."""

from __future__ import annotations

from pathlib import Path

from shared.progress import notices
from tests import tiny_project

from .conftest import Run


def test_each_call_shows_one_more_and_then_they_begin_again(run: Run) -> None:
    first, second, third = (run("hint", "1", "1") for _ in range(3))
    assert [said.code for said in (first, second, third)] == [0, 0, 0]
    assert "2개 중 1번째 힌트" in first.out and "`return`을 쓰세요." in first.out
    assert first.out.endswith("다음 힌트: python workbook.py hint 01 1\n")
    assert "2개 중 2번째 힌트" in second.out and "    def red():\n        return" in second.out
    assert second.out.endswith("마지막 힌트입니다. 다시 실행하면 첫 힌트부터 다시 보여 줍니다.\n")
    assert "처음부터 다시 보여 줍니다." in third.out and "2개 중 1번째 힌트" in third.out


def test_a_single_rung_is_shown_again_with_the_note(run: Run) -> None:
    assert "처음부터" not in run("hint", "1", "2").out
    assert "처음부터 다시 보여 줍니다." in run("hint", "1", "2").out


def test_tasks_are_counted_apart(run: Run) -> None:
    run("hint", "1", "1")
    assert "1개 중 1번째 힌트" in run("hint", "1", "2").out
    assert "2개 중 2번째 힌트" in run("hint", "1", "1").out


def test_without_a_task_it_is_the_first_that_has_not_passed(run: Run, project: Path) -> None:
    assert "과제 1. 인사말 보이기" in run("hint", "1").out
    tiny_project.write(project / "lessons" / tiny_project.SLUG / "app.py", tiny_project.FIRST_DONE)
    run("check", "1")
    assert "과제 2. 작별 인사 보이기" in run("hint", "1").out
    assert "과제 2. 작별 인사 보이기" in run("hint").out


def test_a_finished_lesson_asks_for_a_number(run: Run, project: Path) -> None:
    tiny_project.write(project / "lessons" / tiny_project.SLUG / "app.py", tiny_project.SOLUTION)
    run("check", "1")
    said = run("hint", "1")
    assert said.code == 0 and "python workbook.py hint 01 1" in said.out
    assert "2개 중 1번째 힌트" in run("hint", "1", "1").out


def test_a_task_without_hints_says_where_to_read(run: Run, project: Path) -> None:
    (project / "lessons" / tiny_project.SLUG / "hints.md").unlink()
    said = run("hint", "1")
    assert said.code == 2 and "lessons/01_greeting/README.md" in said.err


def test_a_damaged_count_begins_again(run: Run, project: Path) -> None:
    run("hint", "1", "1")
    tiny_project.write(project / ".workbook" / "progress.sqlite3", "no database")
    notices.forget()
    said = run("hint", "1", "1")
    assert "2개 중 1번째 힌트" in said.out and said.err.count("\n") == 1 and "broken-1.sqlite3" in said.err
    assert "2개 중 2번째 힌트" in run("hint", "1", "1").out
