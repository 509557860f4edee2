"""Whatever is typed: an exit code, Korean, and never a traceback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shared.cli import verbs

from .conftest import Run

VERBS = sorted({file.stem for file in Path(verbs.__file__).parent.glob("[!_]*.py")} - {"help"})
A_DAY = ["list", "check", "hint", "undo", "reset", "history", "diff", "solution", "doctor", "verify", "test"]
ENGLISH = re.compile(r"Usage|Options|Commands|Error:|Try |Show this|No such|Invalid value|Missing|unexpected")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chekc"], "없는 명령입니다: chekc. 이것일까요? python workbook.py check"),
        (["gibberish"], "이 중에서 하나를 적어 주세요: list, check,"),
        (["04"], "이렇게 적어 주세요: python workbook.py check 04"),
        (["__init__"], "없는 명령입니다: __init__"),
        (["../running"], "없는 명령입니다: ../running"),
        (["list", "extra"], "알아볼 수 없는 말이 남았습니다: extra"),
        (["list", "--plan"], "없는 선택 사항입니다: --plan. 이것일까요? --plain"),
        (["--plan"], "없는 선택 사항입니다: --plan. 이것일까요? --plain"),
        (["list", "--plain=3"], "이 선택 사항에 값이 빠졌거나 필요 없는 값이 붙었습니다: --plain."),
        (["check", "1", "--seed"], "이 선택 사항에 값이 빠졌거나 필요 없는 값이 붙었습니다: --seed."),
        (["check", "1", "--seed", "many"], "--seed: 정수를 적어 주세요."),
        (["check", "1", "--step-seconds", "0"], "--step-seconds: 0보다 크고 3600 이하인 수를 적어 주세요."),
        (["check", "1", "--submission-seconds", "soon"], "--submission-seconds: 0보다 크고"),
        (["check", "9"], "레슨을 찾지 못했습니다: 9. 이 중에서 하나를 적어 주세요: 01_greeting"),
        (["hint", "nothing"], "레슨을 찾지 못했습니다: nothing."),
        (["hint", "1", "9"], "없는 과제입니다: 9. 이 레슨의 과제: 1, 2, 3."),
        (["hint", "1", "first"], "과제: 정수를 적어 주세요."),
        (["verify", "9"], "레슨을 찾지 못했습니다: 9."),
        (["\x1b[31mlist"], "없는 명령입니다: \\x1b[31mlist."),
    ],
)
def test_a_slip_gets_one_korean_sentence_and_what_to_type(run: Run, arguments: list[str], sentence: str) -> None:
    said = run(*arguments)
    assert said.code == 2
    assert sentence in " ".join(said.err.split("\n"))
    assert "Traceback" not in said.err and not ENGLISH.search(said.err) and said.out == ""


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["help"], *([verb, "--help"] for verb in VERBS)])
def test_help_is_korean(run: Run, arguments: list[str]) -> None:
    said = run(*arguments)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("쓰는 법: python workbook.py") and "선택 사항" in said.out
    assert not ENGLISH.search(said.out)


def test_help_names_every_verb_in_the_order_of_a_day(run: Run) -> None:
    named = re.findall(r"^  ([a-z]+)  ", run("--help").out, re.MULTILINE)
    assert sorted(named) == VERBS
    assert [verb for verb in named if verb in A_DAY] == A_DAY


@pytest.mark.parametrize("width", ["40", "80"])
def test_help_keeps_to_the_width(run: Run, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    from shared.report.layout import cells

    monkeypatch.setenv("COLUMNS", width)
    for verb in VERBS:
        assert max(cells(line) for line in run(verb, "--help").out.splitlines()) <= int(width)


def test_a_fault_of_ours_says_that_it_is_ours(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise RuntimeError("lost")

    monkeypatch.setattr("shared.lessons.all_lessons", broken)
    said = run("list")
    assert said.code == 2
    assert said.err.startswith("워크북에 문제가 생겼습니다.") and "RuntimeError: lost" in said.err
