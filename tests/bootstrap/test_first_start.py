"""The first ``python workbook.py``."""

import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from shared.bootstrap.packages import extra_for

from .conftest import Answer, Workbook


def test_it_tells_each_step_then_that_it_is_done_and_goes_on(first_start: Answer) -> None:
    lines = [line for line in first_start.told.splitlines() if line and not line.startswith(" ")]
    assert [line[:5] for line in lines] == ["워크북을 ", "인터넷이 ", "[1/3]", "[2/3]", "설치가 끝"]
    assert first_start.command["arguments"] == ["check", "04"]


def test_the_output_of_the_command_stays_its_own(first_start: Answer) -> None:
    assert len(first_start.out.splitlines()) == 1


def test_the_command_runs_on_the_workbooks_python_in_the_folder_of_the_user(
    installed: Workbook, first_start: Answer
) -> None:
    found = first_start.command
    assert Path(found["python"]).samefile(installed.venv)
    assert Path(found["folder"]).samefile(installed.root.parent)
    assert found["search_path"].split(os.pathsep)[0] == str(installed.root)
    assert found["module"] == "shared.cli.__main__"


def test_what_pip_said_is_kept(installed: Workbook) -> None:
    assert "-m pip install" in (installed.root / ".workbook" / "install.log").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_folder_with_a_space_and_hangul_works_on_a_cp949_console(
    form: str, new_workbook: Callable[..., Workbook]
) -> None:
    workbook = new_workbook(unicodedata.normalize(form, "김하늘 워크북"))
    answer = workbook.run("list", PYTHONIOENCODING="cp949:strict")
    assert (answer.code, "설치가 끝났습니다" in answer.told) == (0, True)
    assert workbook.run("list", PYTHONIOENCODING="cp949:strict").told == ""


def test_an_environment_made_by_hand_is_used_and_keeps_what_is_in_it(workbook: Workbook) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(workbook.venv)], check=True)
    (workbook.venv / "mine.txt").touch()
    answer = workbook.run("list")
    assert answer.code == 0
    assert "이미 있는 .venv 폴더" in answer.told
    assert (workbook.venv / "mine.txt").exists()


def test_test_installs_the_extra_and_runs_the_suite_with_the_arguments(installed: Workbook) -> None:
    answer = installed.run("test", "-k", "routing", EXIT_WITH="3")
    assert (answer.code, answer.command["arguments"]) == (3, ["-k", "routing"])
    assert answer.command["module"] == "shared.cli.test_suite"
    assert "테스트에 필요한 패키지" in answer.told
    assert installed.run("test").told == ""
    assert installed.run("check").told == ""


def test_browser_installs_its_extra_once_and_runs_the_command(installed: Workbook) -> None:
    assert installed.run("browser", "--help").told == ""
    answer = installed.run("browser", EXIT_WITH="3")
    assert (answer.code, answer.command["arguments"]) == (3, ["browser"])
    assert answer.command["module"] == "shared.cli.__main__"
    assert "브라우저로 검사하는" in answer.told
    assert installed.run("browser").told == ""
    assert installed.run("check").told == ""


def test_proving_needs_what_the_tests_need_and_help_needs_nothing() -> None:
    wanted = {"prove": "test", "test": "test", "browser": "browser", "check": ""}
    assert {verb: extra_for([verb, "04"]) for verb in wanted} == wanted
    assert [extra_for(given) for given in ([], ["prove", "--help"], ["browser", "-h"])] == ["", "", ""]
