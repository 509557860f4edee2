"""Time limits of a step and of a whole submission, and what the submission prints."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from shared.checking.judging import judge as judge_files
from shared.verdict import Verdict
from shared.worker.limits import Limits
from shared.worker.worker import Worker
from tests.checking.conftest import CHECK, SOLUTION, Judge, statuses

HANGS = SOLUTION.replace('return "안녕"', "while True:\n        pass")


@pytest.fixture(scope="module")
def hurried() -> Iterator[Worker]:
    with Worker(walled=True, limits=Limits(step_seconds=1.0, submission_seconds=1.2)) as worker:
        yield worker


def test_a_step_that_hangs_ends_in_time_and_the_others_are_judged(judge: Judge) -> None:
    began = time.monotonic()
    verdict = judge(HANGS)
    assert statuses(verdict) == ["fail", "pass", "pass"]
    assert time.monotonic() - began < 5
    assert verdict.steps[0].seconds >= 1.4


def test_a_step_may_have_a_time_limit_of_its_own(judge: Judge) -> None:
    verdict = judge(HANGS, CHECK.replace('task(1, reread="과제"', "task(1, seconds=0.3"))
    assert verdict.steps[0].seconds < 1.4
    assert "0.3초" in (verdict.steps[0].got or "")


def test_when_the_time_of_the_submission_is_over_the_rest_is_skipped(load: object, hurried: Worker) -> None:
    assert callable(load)
    text = HANGS.replace('return f"안녕 {name}"', "while True:\n        pass")
    verdict: Verdict = judge_files(load(), {"app.py": text.encode()}, worker=hurried, seed=1)
    assert statuses(verdict) == ["fail", "fail", "skipped"]
    assert "1.2초" in (verdict.steps[2].message or "")
    got = verdict.steps[1].got or ""
    assert len(got.split("초")[0]) <= 3, "a time limit is shown as a person would say it"


def test_what_the_submission_prints_is_kept_and_cut(judge: Judge) -> None:
    verdict = judge(SOLUTION + "\nprint('하나')\nimport sys\nprint('둘', file=sys.stderr)\n")
    assert "하나\n" in verdict.output
    assert "둘\n" in verdict.output
    verdict = judge(SOLUTION + "\nfor _ in range(3000):\n    print('x' * 1000)\n")
    assert len(verdict.output) == Limits.output
    assert any("1,9" in note and "버렸습니다" in note for note in verdict.notes)
    assert verdict.outcome == "pass"


def test_a_submission_that_leaves_something_running_is_judged_and_ended(judge: Judge) -> None:
    text = SOLUTION + "\nimport subprocess, sys\nsubprocess.Popen([sys.executable, '-c', 'while True: pass'])\n"
    assert judge(text).outcome == "pass"
    assert judge().outcome == "pass"
