"""What is remembered of verdicts and hints."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from shared.lessons import Lesson, find
from shared.progress import digest_now, last, next_rung, note_rung, present, remember, shown_rungs, standing
from shared.verdict import StepResult, to_dict
from tests import tiny_project

from .conftest import FAILED, PASSED, memory_of, verdict


def test_a_verdict_comes_back_as_it_was(lesson: Lesson) -> None:
    odd = replace(PASSED, output="surrogate \udcff and \x1b")
    remember(lesson, odd, present(lesson))
    assert last(lesson) == odd
    assert standing(lesson).finished and not standing(lesson).changed


def test_a_change_of_a_file_is_seen_and_a_trace_of_a_run_is_not(lesson: Lesson) -> None:
    remember(lesson, PASSED, present(lesson))
    tiny_project.write(lesson.folder / "data.sqlite3", "left behind")
    assert not standing(lesson).changed
    tiny_project.write(lesson.folder / "app.py", "new")
    assert standing(lesson).changed


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"schema": 9}', '{"schema": 1, "steps": [1]}', "[" * 100_000],
)
def test_a_verdict_that_cannot_be_read_is_no_progress(lesson: Lesson, text: str) -> None:
    remember(lesson, PASSED, present(lesson))
    connection = sqlite3.connect(memory_of(lesson))
    connection.execute("UPDATE verdict SET document = ?", (text,))
    connection.commit()
    connection.close()
    assert last(lesson) is None
    assert (standing(lesson).passed, standing(lesson).total) == (0, 3)


def test_a_step_of_the_wrong_shape_is_no_progress(lesson: Lesson) -> None:
    odd = replace(PASSED, steps=(replace(PASSED.steps[0], task="one"),))  # type: ignore[arg-type]
    remember(lesson, PASSED, present(lesson))
    connection = sqlite3.connect(memory_of(lesson))
    connection.execute("UPDATE verdict SET document = ?", (json.dumps(to_dict(odd)),))
    connection.commit()
    connection.close()
    assert last(lesson) is None


def test_a_check_in_which_nothing_was_judged_takes_nothing_away(lesson: Lesson) -> None:
    remember(lesson, PASSED, present(lesson))
    remember(lesson, verdict("unjudged"), present(lesson))
    remember(lesson, verdict(), present(lesson))
    assert last(lesson) == PASSED


def test_a_task_passes_for_the_first_time_once(lesson: Lesson) -> None:
    assert remember(lesson, FAILED, present(lesson)) == (2, 3)
    assert remember(lesson, PASSED, present(lesson)) == (1,)
    assert remember(lesson, FAILED, present(lesson)) == ()
    assert remember(lesson, PASSED, present(lesson)) == ()


def test_tasks_that_do_not_count_here_keep_nobody_from_finishing(lesson: Lesson) -> None:
    steps = (*PASSED.steps[:2], StepResult(3, "과제 3", "skipped", counted=False))
    remember(lesson, replace(PASSED, steps=steps), present(lesson))
    assert standing(lesson).finished
    assert (standing(lesson).passed, standing(lesson).total) == (2, 2)


def test_a_lesson_that_got_another_task_is_not_finished_any_more(lesson: Lesson) -> None:
    remember(lesson, PASSED, present(lesson))
    readme = lesson.folder / "README.md"
    tiny_project.replace(readme, "## 더 알아보기", "### 과제 4. 하나 더\n\n## 더 알아보기")
    now = standing(find("1", lesson.folder.parents[1]))
    assert not now.finished and now.next_task is not None and now.next_task.number == 4


def test_looking_makes_no_file(lesson: Lesson) -> None:
    assert last(lesson) is None and shown_rungs(lesson, 1) == 0
    assert not memory_of(lesson).parent.exists()


def test_rungs_are_counted_and_begin_again(lesson: Lesson) -> None:
    assert next_rung(lesson, 1, 2) == (1, False)
    note_rung(lesson, 1, 1)
    assert next_rung(lesson, 1, 2) == (2, False) and next_rung(lesson, 2, 1) == (1, False)
    note_rung(lesson, 1, 2)
    assert next_rung(lesson, 1, 2) == (1, True)
    assert next_rung(lesson, 1, 1) == (1, False)  # the lesson has fewer now
    assert shown_rungs(lesson, 1) == 2


def test_what_the_first_workbooks_kept_is_taken_over_once(lesson: Lesson) -> None:
    state = memory_of(lesson).parent
    document = {"schema": 1, "digest": digest_now(lesson), "verdict": to_dict(PASSED)}
    tiny_project.write(state / "verdicts" / f"{lesson.slug}.json", json.dumps(document))
    tiny_project.write(state / "verdicts" / "02_broken.json", "[" * 100_000)
    tiny_project.write(state / "hints.json", json.dumps({lesson.slug: {"1": 2, "x": 1}, "02_broken": 7}))
    assert last(lesson) == PASSED
    assert standing(lesson).finished and not standing(lesson).changed
    assert shown_rungs(lesson, 1) == 2
    assert sorted(path.name for path in state.glob("*taken*")) == ["hints.json.taken-over", "verdicts.taken-over"]
    memory_of(lesson).unlink()
    assert last(lesson) is None


def test_progress_moves_with_the_folder(lesson: Lesson, tmp_path: Path) -> None:
    remember(lesson, PASSED, present(lesson))
    root = lesson.folder.parents[1]
    moved = root.rename(root.with_name("다른 컴퓨터"))
    try:
        assert last(find("1", moved)) == PASSED
        assert str(root).encode() not in memory_of(find("1", moved)).read_bytes()
    finally:
        moved.rename(root)
