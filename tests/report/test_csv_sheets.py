"""Marks for a spreadsheet."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.report import csv_sheets
from shared.report.classroom import ClassReport, Entry
from shared.report.csv_sheets import cell
from tests.report.classes import EVIL, made_up
from tests.report.verdicts import FIRST, KNOWN, NOT_COUNTED, UNJUDGED, verdict


def rows(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_excel_recognises_the_encoding_and_the_lines(tmp_path: Path) -> None:
    for write in (csv_sheets.write_points, csv_sheets.write_tasks):
        write(made_up(20), tmp_path / "marks.csv")
        written = (tmp_path / "marks.csv").read_bytes()
        assert written.startswith(b"\xef\xbb\xbf" + "학번,이름,".encode())
        assert written.count(b"\n") == written.count(b"\r\n") == len(rows(tmp_path / "marks.csv"))
        assert written.count(b"\r") == written.count(b"\r\n")


def test_points_are_numbers_and_sum_up(tmp_path: Path) -> None:
    csv_sheets.write_points(made_up(30), tmp_path / "points.csv")
    head, *body = rows(tmp_path / "points.csv")
    assert head[2:4] == ["04. 라우팅과 URL 변수 통과", "04. 라우팅과 URL 변수 전체"]
    assert len(body) == 30
    for row in body:
        assert len(row) == len(head)
        assert sum(int(value or 0) for value in row[2:-2:2]) == int(row[-2])
        assert sum(int(value or 0) for value in row[3:-2:2]) == int(row[-1])


def test_a_row_for_each_task_says_what_became_of_it(tmp_path: Path) -> None:
    entries = (
        Entry(
            "1", "가", "04_a", "04. A", verdict(FIRST, KNOWN, UNJUDGED, NOT_COUNTED), "메모", 123, "2026-11-28T09:00"
        ),
        Entry("1", "가", "05_b", "05. B"),
        Entry("2", "나", "04_a", "04. A", trouble="열 수 없습니다."),
    )
    csv_sheets.write_tasks(ClassReport("반", lambda: entries), tmp_path / "tasks.csv")
    body = rows(tmp_path / "tasks.csv")[1:]
    assert [row[4] for row in body] == ["통과", "실패", "판정 못 함", "점수에 넣지 않음", "제출 없음", "판정 못 함"]
    assert body[1][5] == "F7"
    assert body[1][6].startswith("이름 자리가 글자 그대로 보입니다.")
    assert body[1][7:] == ["메모", "123", "2026-11-28T09:00"]
    assert body[5][7] == "열 수 없습니다."


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝", "＋", "－", "＠", "\u00a0="])
def test_no_text_becomes_a_formula(start: str) -> None:
    assert str(cell(f"{start}cmd|' /C calc'!A0")).startswith("'")


@pytest.mark.parametrize("text", ["1-3", "00123", "2026/3/1", "1:2", "3E5", "1234567890123456", "1.5"])
def test_what_excel_would_turn_into_something_else_stays(text: str) -> None:
    assert cell(text) == f'="{text}"'


@pytest.mark.parametrize("text", ["10203", "김하늘", "10203_김하늘", "04. 라우팅", "kim@school", ""])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert cell(text) == text


@given(st.text())
def test_only_our_own_formula_is_ever_written(text: str) -> None:
    made = str(cell(text))
    if made.startswith("="):
        assert set(made[2:-1]) <= set("0123456789-/.:eE")
    assert not set(made) & set("\r\n\t\x00")


def test_a_name_that_is_a_formula_is_a_name(tmp_path: Path) -> None:
    csv_sheets.write_points(made_up(5), tmp_path / "points.csv")
    assert rows(tmp_path / "points.csv")[4][1].startswith("'" + EVIL[:20])
