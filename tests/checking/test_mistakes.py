"""Known mistakes: the first that matches is shown, and nothing is guessed where there is no evidence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shared.checking import Check, KnownMistakes
from shared.verdict import StepResult
from tests.checking.conftest import CHECK, SOLUTION, STARTER, Judge, statuses

FirstStep = Callable[..., StepResult]

WRONG = SOLUTION.replace('"안녕"', '"hello"')


def knowing(*mistakes: tuple[str, str, str]) -> str:
    """The check with mistakes of task 1: id, parameters, body."""
    text = CHECK
    for id, parameters, body in mistakes:
        text += f'\n\n@greets.mistake("{id}", "{id}의   설명")\ndef _{id}({parameters}):\n    {body}\n'
    return text


def test_the_first_mistake_that_matches_is_shown_instead_of_our_own_words(step: FirstStep) -> None:
    found = step(WRONG, knowing(("A", "reply", "return False"), ("B", "reply", "return 1"), ("C", "reply", "return 1")))
    assert (found.mistake, found.message) == ("B", "B의   설명")
    assert (found.expected, found.got) == ("안녕", "hello")


def test_without_a_match_expected_and_got_stand_alone(step: FirstStep) -> None:
    found = step(WRONG, knowing(("A", "reply", "return None")))
    assert (found.status, found.mistake, found.message) == ("fail", None, None)


def test_no_mistake_is_looked_for_in_a_task_that_passes(judge: Judge) -> None:
    assert statuses(judge(check=knowing(("A", "reply", "1 / 0")))) == ["pass"] * 3


def test_a_mistake_that_asks_for_missing_evidence_is_not_tried(step: FirstStep) -> None:
    missing = [
        (name.title().replace("_", ""), f"reply, {name}", "1 / 0")
        for name in ("load_error", "error", "result", "server")
    ]
    assert step(WRONG, knowing(*missing)).mistake is None


def test_a_mistake_that_asks_for_a_reply_is_not_tried_where_none_came(step: FirstStep) -> None:
    silent = SOLUTION.replace('return "안녕"', "import os; os._exit(1)")
    assert (
        step(silent, knowing(("A", "reply", "1 / 0"), ("B", "failure", "return failure.kind == 'broken'"))).mistake
        == "B"
    )


def test_all_evidence_can_be_looked_at(step: FirstStep) -> None:
    body = (
        "return (reply.status, len(replies), failure.got, source.exists('app.py'), files.exists('app.py'), "
        "len(loaded.routes)) == (200, 1, 'hello', True, True, 4)"
    )
    assert step(WRONG, knowing(("A", "reply, replies, failure, source, files, loaded", body))).mistake == "A"


def test_the_error_of_the_view_is_evidence(step: FirstStep) -> None:
    broken = SOLUTION.replace('return "안녕"', "return {}[3]")
    assert step(broken, knowing(("A", "error", "return error.type == 'KeyError' and error.text == '3'"))).mistake == "A"


def test_a_mistake_that_raises_leaves_the_step_unjudged_and_names_itself(judge: Judge) -> None:
    verdict = judge(WRONG, knowing(("A", "reply", "return reply.nothing_like_this")))
    assert statuses(verdict) == ["unjudged", "pass", "pass"]
    assert (verdict.outcome, verdict.exit_code) == ("unjudged", 2)
    message = verdict.steps[0].message
    assert message is not None
    assert "여러분의 코드 때문이 아닙니다" in message
    assert "90_tiny.py" in message
    assert "_A" in message


def test_a_mistake_that_raises_over_a_load_error_does_too(judge: Judge) -> None:
    verdict = judge("import nothing_like_this\n", knowing(("A", "load_error", "return load_error.nothing")))
    assert statuses(verdict) == ["unjudged", "skipped", "skipped"]
    assert verdict.steps[0].message is not None
    assert "_A" in verdict.steps[0].message


def test_a_fault_in_the_check_itself_is_ours(judge: Judge) -> None:
    verdict = judge(STARTER, CHECK.replace('http.get("/").shows("안녕")', "http.get('/').shwos('안녕')"))
    assert statuses(verdict) == ["unjudged", "fail", "fail"]
    assert verdict.outcome == "unjudged"
    assert verdict.steps[0].message is not None
    assert "shwos" in verdict.steps[0].message


def test_a_probe_nobody_knows_is_a_fault_of_the_check(judge: Judge) -> None:
    verdict = judge(check=CHECK.replace("def greets(http)", "def greets(http, htpp)"))
    assert statuses(verdict) == ["unjudged", "pass", "pass"]


def test_mistakes_of_another_file_stand_behind_those_of_the_check(step: FirstStep) -> None:
    more = """
from shared.checking import KnownMistakes

known = KnownMistakes()

@known(1, 3, id="of-the-file", says="파일의 설명")
def _wrong(reply):
    return True

check.know(known)
"""
    assert step(WRONG, CHECK + more).mistake == "of-the-file"
    assert step(WRONG, knowing(("A", "reply", "return True")) + more).mistake == "A"


def test_a_mistake_of_a_task_that_is_not_there_is_a_fault_of_the_check() -> None:
    check = Check("checks/90_tiny.py")
    known = KnownMistakes()
    known(4, id="x", says="설명")(lambda reply: True)
    with pytest.raises(KeyError):
        check.know(known)
