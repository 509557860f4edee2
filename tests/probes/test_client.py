"""Calling a learner's functions: what comes back keeps its type, and every way to end badly has its own sentence."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from shared.probes import Mismatch
from shared.probes.client import OUTPUT_SECONDS, Client, same

Make = Callable[..., Client]

ECHO = "def echo(*values):\n    return values[0] if len(values) == 1 else values\n"


def fails(function: Callable[[], Any]) -> Mismatch:
    with pytest.raises(Mismatch) as caught:
        function()
    return caught.value


def test_values_keep_their_types_on_the_way_there_and_back(client: Make) -> None:
    echo = client(ECHO)
    plain: list[Any] = [1, True, 1.5, None, "김'하\"늘\n", b"\xff", -1e300, "\ud800", 2**200]
    for value in [*plain, [1, (2, {3})], {"a": {1: None}}, set(), plain]:
        echo.returns(value, "echo", value)
    echo.returns((1, True), "echo", 1, True)


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (True, 1),
        (1.0, 1),
        ((1,), [1]),
        ([1, True], [1, 1]),
        ({"a": (1,)}, {"a": [1]}),
        ({1: 2}, {True: 2}),
        ({1}, {True}),
        ([1], [1, 2]),
        ("1", 1),
        (None, ""),
    ],
)
def test_a_value_of_another_type_is_another_value(client: Make, got: Any, expected: Any) -> None:
    assert not same(got, expected)
    failure = fails(lambda: client(ECHO).returns(expected, "echo", got))
    assert failure.did == f"echo({got!r})"
    assert failure.expected != failure.got


def test_printing_instead_of_returning_has_its_own_sentence(client: Make) -> None:
    made = client("def f():\n    print('안녕')\ndef g():\n    return None\n")
    message = fails(lambda: made.returns("안녕", "f")).message
    assert message is not None
    assert "return" in message
    assert made.last is not None
    assert made.last.printed == "안녕\n"
    assert fails(lambda: made.returns("안녕", "g")).message is None


def test_what_is_printed_without_a_line_end_has_arrived_with_the_result(client: Make) -> None:
    made = client("def f(n):\n    print('가' * n, end='')\n")
    for number in (1, 5000):
        made.call("f", number)
        assert made.last is not None and made.last.printed == "가" * number


def test_nobody_waits_for_output_that_will_not_come(client: Make) -> None:
    made = client("def f():\n    pass\n")
    made.call("f")
    began = time.monotonic()
    for _ in range(20):
        made.call("f")
    assert time.monotonic() - began < 20 * OUTPUT_SECONDS / 2


def test_a_broken_stdout_of_the_submission_costs_no_result(client: Make) -> None:
    made = client("import sys\nsys.stdout.flush = lambda: 1 / 0\nsys.stderr.close()\ndef f():\n    return 1\n")
    assert made.call("f") == 1


def test_what_a_function_raises_is_told_with_its_line(client: Make) -> None:
    made = client(
        "import json\ndef f(x):\n    if x:\n        raise json.JSONDecodeError('no', 'x', 0)\n    return {}[x]\n"
    )
    failure = fails(lambda: made.call("f", 0))
    assert (failure.got, failure.did) == ("KeyError: 0", "f(0)")
    assert failure.error is not None
    assert failure.error.where is not None
    assert (failure.error.where.file, failure.error.where.line) == ("client.py", 5)
    result = made.try_call("f", 1)
    assert result.raised("ValueError")
    assert result.raised("json.decoder.JSONDecodeError")
    assert not result.raised("KeyError")


def test_a_call_with_the_wrong_number_of_arguments_raises(client: Make) -> None:
    assert client("def f(): return 1").try_call("f", 1, 2).raised("TypeError")


def test_sys_exit_is_told_and_the_next_call_still_works(client: Make) -> None:
    made = client("import sys\ndef f():\n    sys.exit('ciao')\ndef g():\n    return 1\n")
    assert made.try_call("f").raised("SystemExit")
    made.returns(1, "g")


def test_the_end_of_the_process_is_told(client: Make) -> None:
    failure = fails(lambda: client("import os\ndef f():\n    os._exit(0)\n").call("f"))
    assert (failure.kind, failure.got) == ("broken", "프로그램이 끝남")


def test_a_function_that_never_returns_is_told_with_its_line(client: Make) -> None:
    failure = fails(lambda: client("def f():\n    while True:\n        pass\n", seconds=0.5).call("f"))
    assert failure.where is not None
    assert failure.where.line in (2, 3)
    assert failure.expected == "0.5초 안에 끝남"


@pytest.mark.parametrize("text", ["f = 3", "x = 1", "import nothing_like_this"])
def test_a_function_that_is_not_there_is_told(client: Make, text: str) -> None:
    failure = fails(lambda: client(text).call("f"))
    assert failure.message is not None
    assert ("f" in failure.message) or failure.error is not None


@pytest.mark.parametrize(
    "value", ["object()", "float('nan')", "frozenset()", "lambda: 0", "[float('inf')]", "range(3)"]
)
def test_values_that_are_not_plain_are_refused(client: Make, value: str) -> None:
    made = client(f"def f():\n    return {value}\n")
    failure = fails(lambda: made.call("f"))
    assert failure.message is not None
    assert "종류" in failure.message


def test_a_value_that_contains_itself_does_no_harm(client: Make) -> None:
    made = client("def f():\n    a = []\n    a.append(a)\n    return a\ndef g():\n    return 1\n")
    fails(lambda: made.call("f"))
    made.returns(1, "g")


def test_a_large_value_comes_whole_and_a_huge_one_is_told(client: Make) -> None:
    made = client("def f(n):\n    return 'x' * n\n")
    assert made.call("f", 90_000) == "x" * 90_000
    failure = fails(lambda: made.call("f", 3_000_000))
    assert failure.message is not None
    assert "너무 길어서" in failure.message
    made.returns("xx", "f", 2)


@pytest.mark.parametrize(
    "made_up", ["'1' + '+1' * 400_000", "'a' + '.b' * 400_000", "'(' * 400_000", "''", "'nothing'"]
)
def test_a_value_that_is_made_up_does_no_harm(client: Make, made_up: str) -> None:
    text = f"import shared.worker.calling as c\nc._repr = lambda value: {made_up}\ndef f(): return 1\n"
    fails(lambda: client(text).call("f"))


def test_a_plain_locale_is_another_run_of_the_same_file(client: Make) -> None:
    text = "import locale\ndef f():\n    return locale.getpreferredencoding(False)\n"
    made = client(text)
    there = made.in_plain_locale()
    assert there.call("f").upper().replace("_", "-") not in ("UTF-8", "UTF8")
    assert made.last is not None
    assert made.last.call == "f()"


def test_a_file_that_cannot_be_loaded_in_a_plain_locale_tells_why(client: Make) -> None:
    made = client("TEXT = open('a.txt').read()\ndef f():\n    return TEXT\n", a__txt="이름")
    made.returns("이름", "f")
    failure = fails(lambda: made.in_plain_locale().call("f"))
    assert failure.error is not None
    assert failure.error.type == "UnicodeDecodeError"
