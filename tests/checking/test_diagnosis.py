"""What the engine says by itself about a failed request: only what is certain, with the learner's line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shared.checking.evidence import Evidence
from shared.verdict import StepResult
from tests.checking.conftest import CHECK, SOLUTION, STARTER, Judge

FirstStep = Callable[..., StepResult]


def line_of(text: str, piece: str) -> int:
    return text[: text.index(piece)].count("\n") + 1


def test_404_lists_the_routes_there_are(step: FirstStep) -> None:
    found = step(SOLUTION.replace('@app.get("/")', '@app.get("/home")'))
    assert found.message is not None
    assert "/home, /hi/<name>, /sum/<int:a>/<int:b>" in found.message
    assert "/static" not in found.message
    assert (found.expected, found.got) == ("상태 코드 200", "상태 코드 404 (NOT FOUND)")
    assert step(STARTER).message == "이 주소에 맞는 라우트(route)가 없습니다. 아직 라우트가 하나도 없습니다."


def test_404_of_a_view_is_not_taken_for_a_missing_route(step: FirstStep) -> None:
    found = step(SOLUTION.replace('return "안녕"', 'return "없음", 404'))
    assert found.message is None
    assert found.where is not None


def test_405_tells_which_methods_there_are(step: FirstStep) -> None:
    found = step(SOLUTION.replace('@app.get("/")', '@app.route("/", methods=["POST", "PUT"])'))
    assert found.message is not None
    assert "GET" in found.message
    assert "POST, PUT" in found.message
    assert found.where is not None


def test_500_tells_the_error_and_the_learners_line(step: FirstStep) -> None:
    text = SOLUTION.replace('return "안녕"', "return nothing_like_this")
    found = step(text)
    assert found.error is not None
    assert found.error.type == "NameError"
    assert found.where is not None
    assert (found.where.file, found.where.line) == ("app.py", line_of(text, "nothing_like_this"))
    assert found.message


def test_a_view_that_returned_nothing_is_told(step: FirstStep) -> None:
    found = step(SOLUTION.replace('return "안녕"', 'print("안녕")'))
    assert found.error is not None
    assert found.error.type == "TypeError"
    assert found.message
    assert found.where is None or found.where.file == "app.py"


def test_a_redirect_to_the_address_with_a_slash_is_told(step: FirstStep) -> None:
    check = CHECK.replace('http.get("/").shows', 'http.get("/hello").shows')
    found = step(SOLUTION.replace('@app.get("/")', '@app.get("/hello/")'), check)
    assert found.message is not None
    assert "빗금" in found.message


def test_where_is_the_line_of_the_view_that_answered(step: FirstStep) -> None:
    text = SOLUTION.replace('return "안녕"', 'return "hello"')
    found = step(text)
    assert found.message is None
    assert found.where is not None
    assert found.where.line in (line_of(text, '@app.get("/")'), line_of(text, "def index"))


def test_a_view_that_hangs_is_told_with_its_line(step: FirstStep) -> None:
    text = SOLUTION.replace('return "안녕"', "while True:\n        x = 1")
    found = step(text)
    assert found.message is not None
    assert found.where is not None
    assert found.where.line in (line_of(text, "while True"), line_of(text, "x = 1"))
    assert str(found.where.line) in found.message
    assert found.got is not None
    assert "1.5초" in found.got


def test_a_view_that_ends_the_process_is_told(step: FirstStep) -> None:
    found = step(SOLUTION.replace('return "안녕"', "import os\n    os._exit(5)"))
    assert found.message is not None
    assert "종료 코드: 5" in found.message


def test_a_view_that_takes_all_memory_is_told(step: FirstStep) -> None:
    found = step(SOLUTION.replace('return "안녕"', "x = []\n    while True:\n        x.append(bytearray(10**6))"))
    assert "메모리" in (found.message or "")


def test_a_route_under_a_mount_is_found_as_itself(step: FirstStep) -> None:
    check = CHECK.replace("Check(__file__)", 'Check(__file__, mounts=("/club",))').replace(
        'http.get("/").shows("안녕")', 'http.under("/club").get("/club/").shows("안녕")'
    )
    found = step(SOLUTION.replace('return "안녕"', 'return "없음", 404'), check)
    assert found.message is None
    assert found.where is not None
    assert found.exchange is not None
    assert found.exchange.curl == ""


def test_an_error_report_that_comes_late_is_waited_for(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = SOLUTION.replace('return "안녕"', "return {}[1]") + (
        "\nimport flask, time\n@flask.got_request_exception.connect\ndef late(*_, **__):\n    pass\n"
    )
    assert judge(slow).steps[0].error is not None
    monkeypatch.setattr("shared.checking.evidence.REPORT_SECONDS", 0.0)
    assert isinstance(Evidence.error, property)
    assert judge(slow).steps[0].status == "fail"


def test_the_error_of_an_earlier_step_is_not_this_ones(judge: Judge) -> None:
    text = SOLUTION.replace('return "안녕"', "return {}[1]").replace("str(a + b)", "str(a - b - 1)")
    verdict = judge(text)
    assert verdict.steps[0].error is not None
    assert verdict.steps[2].error is None
    assert verdict.steps[2].where is not None
    assert verdict.steps[2].where.line == line_of(text, "def add") or verdict.steps[2].where.line == line_of(
        text, '@app.get("/sum'
    )


def test_an_exception_class_that_cannot_be_shown_does_no_harm(step: FirstStep) -> None:
    text = SOLUTION.replace('return "안녕"', "raise Odd").replace(
        "@app", "class Odd(Exception):\n    def __str__(self):\n        raise Odd\n\n\n@app", 1
    )
    found = step(text)
    assert found.error is not None
    assert found.error.type == "Odd"
