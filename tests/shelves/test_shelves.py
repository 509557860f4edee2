"""Right answers pass whole; wrong ones fail just the tasks they name, with the mistakes they name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from shared.checking.session import judge_path, load_check
from shared.lessons import all_lessons
from shared.report import terminal
from shared.verdict import Verdict
from shared.worker.worker import Worker
from tests.shelves.answer import Answer, all_answers, of_lesson
from tests.shelves.ground import browser_ground, client, laid_client, package  # noqa: F401

LESSONS = all_lessons()
ANSWERS = all_answers()


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(walled=True) as worker:
        yield worker


def explained(verdict: Verdict) -> str:
    return terminal.render(verdict, lesson_title=verdict.lesson)


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.name)
def test_answer_gets_its_due(answer: Answer, worker: Worker) -> None:
    verdict = judge_path(load_check(answer.lesson), answer.folder, worker=worker)
    failed = {step.task: step.mistake for step in verdict.steps if step.status == "fail"}
    skipped = tuple(step.task for step in verdict.steps if step.status == "skipped" and step.counted)
    assert not [step for step in verdict.steps if step.status == "unjudged"], explained(verdict)
    assert (failed, skipped) == (answer.fails, answer.skips), explained(verdict)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_solution_passes_whole(lesson: object, worker: Worker) -> None:
    verdict = judge_path(load_check(lesson), lesson.solution, worker=worker)  # type: ignore[attr-defined, arg-type]
    assert verdict.outcome == "pass", explained(verdict)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_shelf_is_full_enough(lesson: object) -> None:
    answers = of_lesson(lesson)  # type: ignore[arg-type]
    assert sum(not answer.fails for answer in answers) >= 4
    assert sum(bool(answer.fails) for answer in answers) >= 8


def test_same_seed_asks_the_same(worker: Worker) -> None:
    answer = next(answer for answer in ANSWERS if answer.lesson.number == "04" and 3 in answer.fails)
    first, second = (judge_path(load_check(answer.lesson), answer.folder, worker=worker, seed=7) for _ in range(2))
    assert [step.got for step in first.steps] == [step.got for step in second.steps]
    assert [step.did for step in first.steps] == [step.did for step in second.steps]
