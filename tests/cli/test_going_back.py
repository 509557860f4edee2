"""`reset`, `undo`, `history`, `diff` and `solution` as they are typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shared.lessons.starters import write as write_starters
from tests import tiny_project

from .conftest import Run


@pytest.fixture
def app(project: Path) -> Path:
    write_starters(project)
    return project / "lessons" / tiny_project.SLUG / "app.py"


def test_reset_names_the_way_back_and_undo_goes_it(run: Run, app: Path) -> None:
    tiny_project.write(app, "mine\n")
    said = run("reset", "1")
    assert said.code == 0 and said.out.splitlines() == [
        "시작 파일로 되돌렸습니다.",
        "  바꾼 파일: app.py",
        "지금 한 일을 취소하려면: python workbook.py undo 01",
    ]
    said = run("undo", "greeting")
    assert said.code == 0 and "되돌린 것을 다시 살리려면: python workbook.py undo 01 --redo" in said.out
    assert app.read_text(encoding="utf-8") == "mine\n"
    assert run("undo", "1", "--redo").code == 0
    assert app.read_text(encoding="utf-8") == tiny_project.STARTER


def test_a_way_that_leads_nowhere_is_told_and_changes_nothing(run: Run, app: Path) -> None:
    for arguments, sentence in (
        (["reset", "1"], "이미 시작 파일과 같습니다."),
        (["undo", "1"], "되돌릴 앞의 상태가 없습니다."),
        (["undo", "1", "--redo"], "다시 갈 뒤의 상태가 없습니다."),
        (["undo", "1", "--to", "9"], "기록에 없는 번호입니다: 9."),
        (["diff", "1"], "이 레슨을 모두 통과한 적이 아직 없습니다."),
        (["diff", "1", "--to", "9"], ""),
        (["diff", "1", "--solution"], "이 레슨을 아직 통과하지 않았습니다."),
        (["solution", "1"], "이 레슨을 아직 통과하지 않았습니다."),
        (["undo"], "빠진 값이 있습니다: 레슨."),
        (["undo", "1", "--to", "x"], "--to: 정수를 적어 주세요."),
        (["reset", "nowhere"], "레슨을 찾지 못했습니다: nowhere."),
    ):
        said = run(*arguments)
        assert said.code == 2 and said.out == "" and said.err.startswith(sentence), (arguments, said)
        assert app.read_text(encoding="utf-8") == tiny_project.STARTER


def test_history_shows_points_and_where_the_files_stand(run: Run, app: Path) -> None:
    assert "기록이 아직 없습니다" in run("history", "1").out
    for text in (tiny_project.FIRST_DONE, tiny_project.SOLUTION):
        tiny_project.write(app, text)
        run("check", "1")
    run("undo", "1")
    lines = [re.sub(r"\d+월 +\d+일 [\d:]+", "그때", line) for line in run("history", "1").out.splitlines()]
    assert lines[3] == "*   2  그때  3개 중 2개 통과  <- 지금"
    assert lines[4] == "    3  그때  3개 중 3개 통과"
    assert lines[2].split() == ["1", "시작", "파일"]
    assert run("undo", "1", "--to", "3").code == 0
    assert app.read_text(encoding="utf-8") == tiny_project.SOLUTION


def test_a_long_history_is_shown_from_its_end(run: Run, app: Path) -> None:
    for number in range(12):
        tiny_project.write(app, f"# {number}\n")
        run("reset", "1")
    said = run("history", "1")
    assert "앞의 5개를 모두 보려면 --all을 붙여 주세요." in said.out and len(said.out.splitlines()) == 26
    assert len(run("history", "1", "--all").out.splitlines()) == 30


def test_diff_shows_what_was_lost_since_the_pass(run: Run, app: Path) -> None:
    tiny_project.write(app, tiny_project.SOLUTION)
    run("check", "1")
    assert run("diff", "1").out.splitlines()[1] == "다른 곳이 없습니다."
    tiny_project.replace(app, 'return "Hello"', 'return "안녕"')
    tiny_project.write(app.parent / "new.py", "x = 1\n")
    (app.parent / "picture.bin").write_bytes(b"\xff\x00")
    said = run("diff", "1")
    assert said.code == 0
    assert '-    return "Hello"\n+    return "안녕"\n' in said.out
    assert "new.py\n" in said.out and "+x = 1\n" in said.out
    assert "글이 아닌 파일" in said.out
    assert '-    return "Hello"' in run("diff", "1", "--solution").out
    assert run("diff", "1", "--to", "2").out.startswith("기록 2번과 지금 파일을 비교합니다.")


def test_the_solution_is_shown_after_a_pass_or_to_whoever_insists(run: Run, app: Path) -> None:
    assert run("solution", "1", "--anyway").out.startswith("solutions/01_greeting/app.py\n")
    tiny_project.write(app, tiny_project.SOLUTION)
    run("check", "1")
    tiny_project.write(app, tiny_project.STARTER)
    said = run("solution", "1")
    assert said.code == 0 and tiny_project.SOLUTION in said.out


def test_the_solution_has_colours_where_there_are_any(run: Run, app: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run("solution", "1", "--anyway").out
    assert "\x1b[38;5;31mdef" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured).endswith(tiny_project.SOLUTION)
    assert "\x1b" not in run("solution", "1", "--anyway", "--plain").out


def test_a_lesson_without_a_solution_says_so(run: Run, project: Path, app: Path) -> None:
    (project / "solutions" / tiny_project.SLUG / "app.py").unlink()
    said = run("solution", "1", "--anyway")
    assert said.code == 2 and said.err.startswith("이 레슨의 모범 답안을 찾지 못했습니다.")


def test_a_memory_that_cannot_be_kept_keeps_the_files(run: Run, project: Path, app: Path) -> None:
    (project / ".workbook").write_text("in the way", encoding="utf-8")
    tiny_project.write(app, "mine\n")
    said = run("reset", "1")
    assert said.code == 2 and "아무것도 바꾸지 않았습니다" in said.err
    assert app.read_text(encoding="utf-8") == "mine\n"
