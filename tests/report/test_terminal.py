"""What a report must and must not hold, whatever its words."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from shared.messages import report as words
from shared.report import terminal
from shared.report.layout import cells
from shared.verdict import Exchange, Request, Response
from tests.report.verdicts import DIFFERENT, FIRST, KNOWN, LONG, SKIPPED, TITLE, UNJUDGED, VERDICTS, verdict

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def shown(*steps, **options) -> str:  # type: ignore[no-untyped-def]
    return terminal.render(verdict(*steps), lesson_title=TITLE, **options)


@pytest.mark.parametrize("name", VERDICTS)
def test_colour_adds_nothing_but_colour(name: str) -> None:
    plain = terminal.render(VERDICTS[name], lesson_title=TITLE)
    coloured = terminal.render(VERDICTS[name], lesson_title=TITLE, colour=True)
    assert "\x1b" not in plain
    assert ESCAPE.sub("", coloured) == plain
    assert coloured.count("\x1b[0m") == len(ESCAPE.findall(coloured)) / 2


def linear(value: float) -> float:
    return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize("code", terminal._COLOURS.values())
def test_colours_are_readable_on_white_and_on_black(code: str) -> None:
    number = int(code.rpartition(";")[2]) - 16
    steps = [0, 95, 135, 175, 215, 255]
    red, green, blue = (linear(steps[number // part % 6] / 255) for part in (36, 6, 1))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    assert 1.05 / (luminance + 0.05) > 3.9  # WCAG 2.1: 3 for large or bold text, 4.5 for small
    assert (luminance + 0.05) / 0.05 > 3.8


def test_tasks_stand_in_their_order() -> None:
    report = shown(SKIPPED, DIFFERENT, FIRST)
    assert re.findall(r"과제 (\d)\.", report) == ["1", "3", "5"]


def test_facts_of_a_failure_stand_in_the_order_of_use() -> None:
    report = shown(KNOWN)
    parts = [
        "실패  과제 3",
        "f를 붙이세요",
        words.DID,
        words.EXPECTED,
        words.GOT,
        words.WHERE,
        "curl",
        "import requests",
    ]
    places = [report.index(part) for part in [*parts, words.REREAD]]
    assert places == sorted(places)


def test_mark_stands_under_the_first_different_character_behind_hangul() -> None:
    lines = shown(DIFFERENT).splitlines()
    got = next(line for line in lines if line.lstrip().startswith(words.GOT))
    mark = lines[lines.index(got) + 1]
    assert cells(got[: got.index("{")]) == cells(mark[: mark.index("^")])


@pytest.mark.parametrize(
    ("expected", "got", "says"),
    [
        ("Hello kim", "Hello kim ", "받은 글자: 빈칸"),
        ("Hello kim", "Hello kim\n", "받은 글자: 줄바꿈"),
        ("Hello kim", "Hello\tkim", "받은 글자: 탭"),
        ("Hello kim", "Hello\u00a0kim", "받은 글자: 빈칸(U+00A0)"),
        ("Hello kim", "Hello\u200b kim", "받은 글자: U+200B"),
        ("Hello kim", "Hello", "받은 글자: 없음"),
    ],
)
def test_difference_that_cannot_be_seen_is_named(expected: str, got: str, says: str) -> None:
    assert says in shown(replace(DIFFERENT, expected=expected, got=got))


def test_mark_beyond_the_screen_is_said_in_words_alone() -> None:
    report = shown(replace(DIFFERENT, expected="a" * 100 + "b", got="a" * 100 + "c"))
    assert "^" not in report
    assert "101번째 글자부터" in report


def test_lines_to_be_pasted_are_whole_on_a_narrow_screen() -> None:
    assert DIFFERENT.exchange is not None
    lines = [line.strip() for line in shown(KNOWN, width=20).splitlines()]
    assert DIFFERENT.exchange.curl in lines
    assert DIFFERENT.exchange.python in lines


def test_long_value_is_whole_without_a_folder_and_in_a_file_with_one(tmp_path: Path) -> None:
    assert LONG.got is not None
    assert all(line in shown(LONG) for line in LONG.got.splitlines())
    report = shown(LONG, details_folder=tmp_path / "details")
    kept = tmp_path / "details" / "task-3-got.txt"
    assert str(kept) in report
    assert kept.read_bytes().decode("utf-8") == LONG.got
    assert "<p>Hello 59</p>" not in report


def test_long_line_folds_too_and_keeps_bytes_that_are_no_text(tmp_path: Path) -> None:
    body = "x" * 5000 + "\r\n\udcff"
    report = shown(replace(DIFFERENT, expected="y", got=body), details_folder=tmp_path)
    assert max(len(line) for line in report.splitlines()) < 600
    assert (tmp_path / "task-3-got.txt").read_bytes() == b"x" * 5000 + b"\r\n\\udcff"


def test_output_appears_only_with_a_failure() -> None:
    report = verdict(FIRST, output="printed\n")
    assert "printed" not in terminal.render(report, lesson_title=TITLE)
    assert "printed" in terminal.render(replace(report, steps=(DIFFERENT,)), lesson_title=TITLE)
    blank = replace(report, steps=(DIFFERENT,), output=" \n")
    assert words.OUTPUT not in terminal.render(blank, lesson_title=TITLE)


def test_long_output_shows_its_end(tmp_path: Path) -> None:
    report = verdict(DIFFERENT, output="".join(f"line {number}\n" for number in range(100)))
    here = terminal.render(report, lesson_title=TITLE)
    assert "line 99" in here and "line 80\n" in here and "line 79\n" not in here and "--json" in here
    filed = terminal.render(report, lesson_title=TITLE, details_folder=tmp_path)
    assert str(tmp_path / "output.txt") in filed


def test_seed_is_shown_only_where_something_failed() -> None:
    assert "--seed 123" in shown(FIRST, DIFFERENT)
    assert "--seed" not in shown(FIRST)


def test_submission_cannot_steer_the_terminal() -> None:
    evil = "\x1b[2J\x1b[1;1H통과\x07"
    exchange = Exchange(Request("GET", evil), Response(200, evil, {}, evil + "x"), curl=evil, python=evil)
    step = replace(DIFFERENT, got=evil, did=evil, message=evil, title=evil, exchange=exchange)
    report = replace(verdict(step), output=evil, notes=(evil,))
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", terminal.render(report, lesson_title=TITLE))


def test_unjudged_says_its_cause_and_is_no_failure() -> None:
    report = shown(UNJUDGED, FIRST)
    assert "Errno 24" in report
    assert "실패" not in report


def test_one_cause_for_all_tasks_is_said_once() -> None:
    report = shown(UNJUDGED, replace(UNJUDGED, task=9))
    assert report.count("Errno 24") == 1


def test_empty_value_and_missing_answer_are_said() -> None:
    assert words.EMPTY in shown(replace(DIFFERENT, got=""))
    assert DIFFERENT.exchange is not None
    unanswered = replace(DIFFERENT, exchange=replace(DIFFERENT.exchange, response=None))
    assert words.NO_RESPONSE in shown(unanswered)


def test_body_is_shown_where_the_value_is_only_a_part_of_it() -> None:
    assert words.BODY not in shown(DIFFERENT)
    assert words.BODY in shown(replace(DIFFERENT, expected="200", got="404"))


def test_render_step_is_plain_and_whole() -> None:
    assert "\x1b" not in terminal.render_step(LONG)
    assert "<p>Hello 59</p>" in terminal.render_step(LONG)


@pytest.mark.skipif(os.name == "nt", reason="the folder of the test decides the length")
@pytest.mark.parametrize("width", [1, 10, 40, 80, 200])
@pytest.mark.parametrize("name", VERDICTS)
def test_any_width_is_survived(name: str, width: int) -> None:
    assert terminal.render(VERDICTS[name], lesson_title=TITLE, width=width).endswith("\n")
