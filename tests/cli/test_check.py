"""`check` judges as the check script does, and both are remembered."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from shared.lessons import find
from shared.progress import last
from tests import tiny_project

from .conftest import Run

APP = Path("lessons", tiny_project.SLUG, "app.py")


def test_failures_are_followed_by_the_way_to_a_hint(run: Run) -> None:
    said = run("check", "greeting")
    assert said.code == 1
    assert "3개 중 1개 통과" in said.out
    assert said.out.endswith("힌트: python workbook.py hint 01 1\n")


def test_options_reach_the_check(run: Run, project: Path, tmp_path: Path) -> None:
    junit = tmp_path / "verdict.xml"
    said = run("check", "1", "--json", "-", "--junit", str(junit), "--seed", "7", "--no-walls")
    verdict = json.loads(said.out)
    assert said.code == 1
    assert (verdict["lesson"], verdict["seed"], verdict["walls"]) == (tiny_project.SLUG, 7, None)
    assert junit.read_text(encoding="utf-8").startswith("<?xml")


def test_something_that_is_no_submission_is_not_judged(run: Run, tmp_path: Path) -> None:
    said = run("check", "1", str(tmp_path / "nowhere"))
    assert said.code == 2
    assert "제출물을 찾지 못했습니다" in said.out


def test_a_lesson_without_a_check_says_so(run: Run, project: Path) -> None:
    (project / "checks" / f"{tiny_project.SLUG}.py").unlink()
    said = run("check", "1")
    assert said.code == 2 and said.err.startswith("이 레슨에는 검사가 없습니다: checks/01_greeting.py.")


def test_a_check_script_started_by_hand_is_remembered_too(project: Path) -> None:
    shutil.copy(tiny_project.ROOT / "checks" / "home.py", project / "checks")
    check = project / "checks" / f"{tiny_project.SLUG}.py"
    tiny_project.replace(check, "from shared.checking import Check", "import home\nfrom shared.checking import Check")
    environment = {**os.environ, "PYTHONPATH": str(tiny_project.ROOT)}
    done = subprocess.run([sys.executable, str(check)], env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 1, done.stderr
    verdict = last(find("1", project))
    assert verdict is not None and verdict.earned == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_does_not_change_the_verdict(run: Run, project: Path) -> None:
    project.chmod(0o555)
    try:
        said = run("check", "1")
    finally:
        project.chmod(0o755)
    assert said.code == 1 and "기억하지 못했습니다" in said.err


def test_a_state_folder_that_is_a_file_does_not_change_the_verdict(run: Run, project: Path) -> None:
    (project / ".workbook").write_text("in the way", encoding="utf-8")
    said = run("check", "1")
    assert said.code == 1 and "3개 중 1개 통과" in said.out
    assert said.err.startswith("이 결과를 기억하지 못했습니다") and said.err.count("\n") == 1
    said = run("hint", "1")
    assert said.code == 0 and said.err.startswith(".workbook 폴더에 쓸 수 없어서")
