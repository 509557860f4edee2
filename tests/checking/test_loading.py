"""A file that cannot be loaded is shown once, under the task that knows it, and the rest is skipped."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shared.verdict import StepResult
from tests.checking.conftest import CHECK, SOLUTION, Judge, statuses

FirstStep = Callable[..., StepResult]

BROKEN = {
    "a name that is not there": ("x = nothing\n", "NameError", 1, "nothing"),
    "a syntax error": ("def f(:\n    pass\n", "SyntaxError", 1, ""),
    "a module that is not there": ("\nimport nothing_like_this\n", "ModuleNotFoundError", 2, ""),
    "an error in a file of its own": ("import other\n", "ZeroDivisionError", 2, ""),
}


@pytest.mark.parametrize(("text", "error", "line", "said"), BROKEN.values(), ids=BROKEN)
def test_the_first_task_tells_the_error_and_its_line(
    judge: Judge, tmp_path: object, text: str, error: str, line: int, said: str
) -> None:
    other = {"lessons/90_tiny/other.py": "\n1 / 0\n"}
    verdict = judge(text, files=other)
    assert statuses(verdict) == ["fail", "skipped", "skipped"]
    first = verdict.steps[0]
    assert first.error is not None
    assert first.error.type == error
    assert first.where is not None
    assert first.where.file in ("app.py", "other.py")
    assert first.where.line == line
    assert first.did == "app.py 불러오기 (import)"
    assert first.message
    assert all("과제 1" in (step.message or "") for step in verdict.steps[1:])


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("import sys\nsys.exit(0)\n", "sys.exit"),
        ("import os\nos._exit(3)\n", "종료 코드: 3"),
        ("x = 1\n", "Flask 앱을 찾지 못했습니다"),
        ("from flask import Flask\na = Flask('a')\nb = Flask('b')\n", "a, b"),
        ("while True:\n    x = 1\n", "행을 실행하는 중"),
        ("x = []\nwhile True:\n    x.append(bytearray(10**6))\n", "메모리"),
    ],
)
def test_every_way_not_to_load_has_its_sentence(judge: Judge, text: str, sentence: str) -> None:
    verdict = judge(text)
    assert statuses(verdict) == ["fail", "skipped", "skipped"]
    assert sentence in (verdict.steps[0].message or "") + str(verdict.steps[0].error)


def test_the_task_that_knows_the_error_is_the_one_that_fails(judge: Judge) -> None:
    check = CHECK + (
        '\n\n@adds.mistake("K", "이미 아는 오류입니다.")\ndef known(load_error, error):\n'
        "    return error.type == 'ModuleNotFoundError'\n"
    )
    verdict = judge("import nothing_like_this\n", check)
    assert statuses(verdict) == ["skipped", "skipped", "fail"]
    assert (verdict.steps[2].mistake, verdict.steps[2].message) == ("K", "이미 아는 오류입니다.")
    assert "과제 3" in (verdict.steps[0].message or "")


PARTS = '''"""90"""

from shared.checking import Check

check = Check(__file__)


@check.task(1)
def reads(source):
    """파일에 글이 있습니다."""
    assert source.text("app.py") is not None


@check.task(2)
def calls(client):
    """`f`는 1입니다."""
    client.returns(1, "f")


@check.task(3)
def asks(http):
    """`/`는 `안녕`입니다."""
    http.get("/").shows("안녕")
'''


@pytest.mark.parametrize(
    ("app", "client", "expected"),
    [
        (SOLUTION, "def f(): return 1\n", ["pass", "pass", "pass"]),
        (SOLUTION, "1 / 0\n", ["pass", "fail", "pass"]),
        ("1 / 0\n", "def f(): return 1\n", ["pass", "pass", "fail"]),
        ("1 / 0\n", "2 / 0\n", ["pass", "fail", "fail"]),
    ],
)
def test_each_part_is_blamed_for_itself_alone(judge: Judge, app: str, client: str, expected: list[str]) -> None:
    verdict = judge(app, PARTS, files={"lessons/90_tiny/client.py": client, "solutions/90_tiny/client.py": ""})
    assert statuses(verdict) == expected
    for step in verdict.steps:
        if step.status == "fail":
            assert step.did == f"{'client' if step.task == 2 else 'app'}.py 불러오기 (import)"


def test_run_calls_while_loading_are_seen_and_not_obeyed(judge: Judge) -> None:
    check = CHECK + (
        '\n\n@check.task(4)\ndef quiet(loaded):\n    """아무것도 켜지 않습니다."""\n'
        "    for run in loaded.runs:\n"
        "        raise Mismatch(got=f'{run.kind} {run.host}:{run.port} {run.debug}', where=run.where)\n"
    )
    verdict = judge(f"{SOLUTION}\napp.run(debug=True, port=5001)\n", check)
    assert statuses(verdict) == ["pass", "pass", "pass", "fail"]
    assert verdict.steps[3].got == "app.run 127.0.0.1:5001 True"
    assert verdict.steps[3].where is not None
    assert verdict.steps[3].where.line == SOLUTION.count("\n") + 2
