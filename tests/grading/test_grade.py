"""`grade`: a class from its folder to gradebook and reports, and what a second run does."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from shared.messages import grading as words
from tests import tiny_project
from tests.grading.conftest import FIRST, HALF, RIGHT, zipped
from tests.grading.running import content, count, points, run
from tests.needs import needs_fork

pytestmark = [needs_fork, pytest.mark.timeout(240)]

CLASS = {
    "10201_김하늘/01_greeting/app.py": RIGHT,
    "10202_이바다_01.zip": zipped({"app.py": HALF}),
    "10203_박나무/01_greeting/app.py": b"import nothing_there\n",
    "10203_박나무/02_farewell/app.py": RIGHT,
}
Hand = Callable[[dict[str, bytes]], Path]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "결과 폴더"


def test_marks_reports_and_exit_code(root: Path, handed_in: Hand, out: Path) -> None:
    folder = handed_in(CLASS)
    before = sorted(path.name for path in folder.rglob("*"))

    said = run(root, "grade", folder, "--out", out)

    assert said.returncode == 0, said.stdout + said.stderr
    assert points(out) == {
        "10201": ["3", "3", "", "", "3", "3"],
        "10202": ["2", "3", "", "", "2", "3"],
        "10203": ["0", "3", "3", "3", "3", "6"],
    }
    assert sorted(path.name for path in folder.rglob("*")) == before
    assert (out / "junit.xml").read_text(encoding="utf-8").count("<testsuite ") == 4
    assert (out / "report" / "index.html").is_file()
    results = out / "gradescope" / "10202_이바다" / FIRST / "results.json"
    assert json.loads(results.read_text(encoding="utf-8"))["score"] == 2
    assert not list(out.glob(".new-*"))
    assert not (out / "unmatched.csv").exists()


def test_a_second_run_judges_only_what_changed(root: Path, handed_in: Hand, out: Path) -> None:
    folder = handed_in(CLASS)
    run(root, "grade", folder, "--out", out)
    first = content(out)

    again = run(root, "grade", folder, "--out", out)
    assert "새로 판정 0개, 그대로 4개" in again.stdout
    assert content(out) == first
    assert count(out, "verdicts") == 4

    (folder / "10203_박나무" / "01_greeting" / "app.py").write_bytes(RIGHT)
    changed = run(root, "grade", folder, "--out", out)
    assert "새로 판정 1개, 그대로 3개" in changed.stdout
    assert points(out)["10203"][0] == "3"
    assert count(out, "submissions") == 5


def test_again_judges_everything_with_the_same_seeds(root: Path, handed_in: Hand, out: Path) -> None:
    folder = handed_in(CLASS)
    run(root, "grade", folder, "--out", out)
    first = content(out)

    said = run(root, "grade", folder, "--out", out, "--again")

    assert "새로 판정 4개" in said.stdout
    assert content(out) == first
    assert count(out, "verdicts") == 8


def test_a_changed_check_judges_its_lesson_anew_and_shows_the_difference(
    root: Path, handed_in: Hand, out: Path
) -> None:
    folder = handed_in(CLASS)
    run(root, "grade", folder, "--out", out)
    tiny_project.replace(root / "checks" / "01_greeting.py", 'shows("Bye")', 'shows("Goodbye")')

    said = run(root, "grade", folder, "--out", out)

    assert "새로 판정 3개, 그대로 1개" in said.stdout
    assert "10201 김하늘, 레슨 01: 3/3 -> 2/3 (과제 2: 통과 -> 실패)" in said.stdout
    assert words.differences(1) in said.stdout


def test_only_some_students_and_lessons(root: Path, handed_in: Hand, out: Path) -> None:
    folder = handed_in(CLASS)

    run(root, "grade", folder, "--out", out, "--lesson", "02")
    assert list(points(out)) == ["10203"]

    run(root, "grade", folder, "--out", out, "--only", "10201", "--only", "이바다")
    assert list(points(out)) == ["10201", "10202", "10203"]
    assert count(out, "verdicts") == 3


def test_doubts_are_listed_and_settled_by_a_map(root: Path, handed_in: Hand, out: Path, tmp_path: Path) -> None:
    folder = handed_in({**CLASS, "app.py": RIGHT, "공지.txt": b"hello", "10209_최구름_01.zip": b"PK no"})

    said = run(root, "grade", folder, "--out", out)
    assert said.returncode == 2
    assert f"app.py: {words.NO_STUDENT}" in said.stdout
    assert "10209 최구름" in said.stdout
    unmatched = (out / "unmatched.csv").read_text(encoding="utf-8-sig")
    assert unmatched.startswith("path,student,lesson,")

    settled = unmatched.replace("app.py,,", "app.py,10204 정노을,1").replace("공지.txt,", "공지.txt,-")
    (tmp_path / "map.csv").write_text(settled, encoding="cp949")
    said = run(root, "grade", folder, "--out", out, "--map", tmp_path / "map.csv")
    assert points(out)["10204"] == ["3", "3", "", "", "3", "3"]
    assert said.returncode == 2, "the broken zip is still not judged"
    assert not (out / "unmatched.csv").exists()
    assert "zip" in (out / "tasks.csv").read_text(encoding="utf-8-sig").partition("최구름")[2]


def test_reports_again_without_judging(root: Path, handed_in: Hand, out: Path) -> None:
    run(root, "grade", handed_in(CLASS), "--out", out)
    (out / "points.csv").unlink()

    said = run(root, "grade", "--out", out)

    assert said.returncode == 0
    assert len(points(out)) == 3
    assert count(out, "verdicts") == 4


def test_replay_shows_the_same_verdict(root: Path, handed_in: Hand, out: Path) -> None:
    run(root, "grade", handed_in(CLASS), "--out", out)

    said = run(root, "replay", "이바다", "1", "--out", out, "--plain")

    assert said.returncode == 1
    assert "3개 중 2개 통과" in said.stdout
    assert words.REPLAY_SAME in said.stdout
    assert run(root, "replay", "10202 이바다", "01", "--out", out).returncode == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["grade", "nowhere"], "폴더를 찾지 못했습니다"),
        (["grade"], "제출물이 모인 폴더를 적어 주세요"),
        (["grade", "CLASS", "--out", "CLASS/here"], "제출물 폴더 안에는 쓰지 않습니다"),
        (["grade", "CLASS", "--lesson", "77"], "77"),
        (["grade", "CLASS", "--map", "nowhere.csv"], "--map 파일을 읽지 못했습니다"),
        (["grade", "CLASS", "--jobs", "two"], "정수를 적어 주세요"),
        (["replay", "10201", "01", "--out", "OUT"], "채점 기록이 없습니다"),
        (["replay", "10201"], "레슨"),
    ],
)
def test_mistakes_in_typing(root: Path, handed_in: Hand, out: Path, arguments: list[str], sentence: str) -> None:
    folder = handed_in(CLASS)
    typed = [word.replace("CLASS", str(folder)).replace("OUT", str(out)) for word in arguments]

    said = run(root, *typed)

    assert said.returncode == 2
    assert sentence in said.stderr
    assert "Traceback" not in said.stderr
    assert len(list(folder.rglob("*"))) == 9


def test_replay_of_somebody_unknown(root: Path, handed_in: Hand, out: Path) -> None:
    run(root, "grade", handed_in(CLASS), "--out", out, "--only", "10201")

    assert "채점 기록에 없습니다: 10777" in run(root, "replay", "10777", "01", "--out", out).stderr


def test_an_empty_folder(root: Path, handed_in: Hand, out: Path) -> None:
    folder = handed_in({})
    folder.mkdir()

    said = run(root, "grade", folder, "--out", out)

    assert said.returncode == 2
    assert words.NOTHING_FOUND in said.stdout


def test_without_bubblewrap_it_says_so_first(root: Path, handed_in: Hand, out: Path, tmp_path: Path) -> None:
    folder = handed_in({"10201_김하늘/01_greeting/app.py": RIGHT})

    said = run(root, "grade", folder, "--out", out, PATH=str(tmp_path))

    assert said.returncode == 0, said.stderr
    assert words.UNWALLED[:20] in said.stdout
    assert points(out)["10201"][0] == "3"
