"""What is remembered, and what a damaged memory does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from shared.lessons import Lesson, find
from shared.progress import digest_now, last, remember, standing
from shared.verdict import StepResult, Verdict
from tests import tiny_project

PASSED = Verdict(
    tiny_project.SLUG,
    seed=1,
    steps=tuple(StepResult(task, f"과제 {task}", "pass") for task in (1, 2, 3)),
    output="surrogate \udcff and \x1b",
)


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    return find("1", tiny_project.make(tmp_path))


def file_of(lesson: Lesson) -> Path:
    return lesson.folder.parents[1] / ".workbook" / "verdicts" / f"{lesson.slug}.json"


def test_a_verdict_comes_back_as_it_was(lesson: Lesson) -> None:
    remember(lesson, PASSED, digest_now(lesson))
    assert last(lesson) == PASSED
    assert standing(lesson).finished and not standing(lesson).changed
    assert [path.name for path in file_of(lesson).parent.iterdir()] == [f"{lesson.slug}.json"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"schema": 1}',
        '{"schema": 2, "verdict": {}}',
        '{"schema": 1, "verdict": []}',
        '{"schema": 1, "verdict": {"schema": 9}}',
        '{"schema": 1, "verdict": {"schema": 1, "steps": [1]}}',
        "[" * 100_000,
    ],
)
def test_a_broken_file_is_no_progress(lesson: Lesson, text: str) -> None:
    remember(lesson, PASSED, None)
    file_of(lesson).write_text(text, encoding="utf-8")
    assert last(lesson) is None
    assert (standing(lesson).passed, standing(lesson).total) == (0, 3)


def test_bytes_that_are_no_text_are_no_progress(lesson: Lesson) -> None:
    remember(lesson, PASSED, None)
    file_of(lesson).write_bytes(b"\xff\xfe\x00")
    assert last(lesson) is None


def test_a_step_of_the_wrong_shape_is_no_progress(lesson: Lesson) -> None:
    remember(lesson, PASSED, None)
    tiny_project.replace(file_of(lesson), '"task": 1', '"task": "one"')
    assert last(lesson) is None


def test_a_check_in_which_nothing_was_judged_takes_nothing_away(lesson: Lesson) -> None:
    remember(lesson, PASSED, None)
    remember(lesson, replace(PASSED, steps=(StepResult(1, "과제 1", "unjudged"),)), None)
    remember(lesson, replace(PASSED, steps=()), None)
    assert last(lesson) == PASSED


def test_tasks_that_do_not_count_here_keep_nobody_from_finishing(lesson: Lesson) -> None:
    steps = (*PASSED.steps[:2], StepResult(3, "과제 3", "skipped", counted=False))
    remember(lesson, replace(PASSED, steps=steps), digest_now(lesson))
    assert standing(lesson).finished
    assert (standing(lesson).passed, standing(lesson).total) == (2, 2)


def test_a_lesson_that_got_another_task_is_not_finished_any_more(lesson: Lesson) -> None:
    remember(lesson, PASSED, None)
    readme = lesson.folder / "README.md"
    tiny_project.replace(readme, "## 더 알아보기", "### 과제 4. 하나 더\n\n## 더 알아보기")
    now = standing(find("1", lesson.folder.parents[1]))
    assert not now.finished and now.next_task is not None and now.next_task.number == 4


def test_a_folder_that_cannot_be_read_has_no_digest(lesson: Lesson) -> None:
    (lesson.folder / "app.py").unlink()
    assert digest_now(lesson) is None
