"""Which steps are judged, which are skipped, and in which order."""

from __future__ import annotations

import pytest

from shared.checking.check import Check
from tests.checking.conftest import CHECK, SOLUTION, STARTER, Judge, statuses

WITHOUT_HI = SOLUTION.replace("/hi/", "/ho/")


def test_the_solution_passes_whole(judge: Judge) -> None:
    verdict = judge()
    assert statuses(verdict) == ["pass", "pass", "pass"]
    assert (verdict.outcome, verdict.exit_code, verdict.earned, verdict.possible) == ("pass", 0, 3, 3)


def test_the_starter_passes_nothing(judge: Judge) -> None:
    verdict = judge(STARTER)
    assert statuses(verdict) == ["fail", "fail", "fail"]
    assert (verdict.outcome, verdict.exit_code) == ("fail", 1)


def test_steps_stand_in_the_order_of_their_numbers(judge: Judge) -> None:
    parts = CHECK.split("@check.task(")
    turned = "@check.task(".join([parts[0], parts[3], parts[2], parts[1]])
    assert [step.task for step in judge(check=turned).steps] == [1, 2, 3]


def test_a_step_whose_ground_is_missing_is_skipped_and_says_so(judge: Judge) -> None:
    verdict = judge(WITHOUT_HI, CHECK.replace("task(3)", "task(3, rests_on=(2,))"))
    assert statuses(verdict) == ["pass", "fail", "skipped"]
    assert verdict.steps[2].message is not None
    assert "과제 2" in verdict.steps[2].message


def test_a_step_may_rest_on_a_later_one(judge: Judge) -> None:
    resting = CHECK.replace("task(1, ", "task(1, rests_on=(3, 2), ")
    assert statuses(judge(check=resting)) == ["pass", "pass", "pass"]
    verdict = judge(WITHOUT_HI, resting)
    assert statuses(verdict) == ["skipped", "fail", "pass"]
    assert verdict.steps[0].message is not None
    assert "과제 2의" in verdict.steps[0].message


def test_what_rests_on_a_skipped_step_is_skipped_too(judge: Judge) -> None:
    chain = CHECK.replace("task(2)", "task(2, rests_on=(1,))").replace("task(3)", "task(3, rests_on=(2,))")
    assert statuses(judge(STARTER, chain)) == ["fail", "skipped", "skipped"]


@pytest.mark.parametrize("rests_on", ["(9,)", "(2, 3)"])
def test_a_step_that_rests_on_nothing_there_is_is_a_fault_of_the_check(judge: Judge, rests_on: str) -> None:
    turning = CHECK.replace("task(1, ", f"task(1, rests_on={rests_on}, ").replace("task(3)", "task(3, rests_on=(1,))")
    verdict = judge(check=turning)
    assert verdict.outcome == "unjudged"
    assert verdict.steps[1].status == "pass"


def test_two_steps_of_one_task_are_refused(load: object) -> None:
    check = Check("checks/90_tiny.py")
    check.task(1)(lambda http: None)
    with pytest.raises(ValueError, match="two steps"):
        check.task(1)(lambda http: None)


def test_two_steps_never_share_random_values(judge: Judge) -> None:
    telling = (
        CHECK
        + '''

@check.task(4)
def one(fresh):
    """하나"""
    raise Mismatch(got=f"{fresh.word()} {fresh.integer(0, 10**9)}")


@check.task(5)
def other(fresh):
    """둘"""
    raise Mismatch(got=f"{fresh.word()} {fresh.integer(0, 10**9)}")
'''
    )
    first, again, other_seed = (judge(check=telling, seed=seed).steps[3:] for seed in (7, 7, 8))
    assert [step.got for step in first] == [step.got for step in again]
    values = [value for step in (*first, *other_seed) for value in (step.got or "").split()]
    assert len(set(values)) == 8


def test_a_seed_of_its_own_is_drawn_and_told(judge: Judge) -> None:
    seeds = {judge(seed=None).seed for _ in range(3)}
    assert len(seeds) > 1
    assert all(0 <= seed < 1_000_000 for seed in seeds)
