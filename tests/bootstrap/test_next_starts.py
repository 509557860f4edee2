"""Every start after the first."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Workbook

SPY = """\
import os, sys
def _note(event, details):
    if event.startswith("socket.") or event in ("subprocess.Popen", "os.posix_spawn", "os.fork"):
        sys.stderr.write(f"spied: {event}\\n")
sys.addaudithook(_note)
"""


def test_it_says_nothing_and_opens_no_socket_and_runs_no_pip(installed: Workbook, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(SPY, encoding="utf-8")
    answer = installed.run("list", PYTHONPATH=str(tmp_path))
    assert answer.command["arguments"] == ["list"]
    # Windows has no exec: there the one process that is started is the workbook's own.
    assert answer.told == ("spied: subprocess.Popen\n" if os.name == "nt" else "")


def test_the_spy_sees_what_it_should(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(SPY, encoding="utf-8")
    code = "import subprocess, sys; subprocess.run([sys.executable, '--version'])"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    seen = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, encoding="utf-8").stderr
    assert "spied: subprocess.Popen" in seen


@pytest.mark.skipif(os.name == "nt", reason="Windows has no exec, and needs subprocess")
def test_it_imports_nothing_but_its_own_four_files(installed: Workbook) -> None:
    command = installed.arguments("list")
    command.insert(1, "-Ximporttime")
    seen = subprocess.run(command, env=installed.environment(), capture_output=True, encoding="utf-8").stderr
    imported = re.findall(r"\| +(\S+)$", seen, re.MULTILINE)
    after_start = imported[imported.index("site") + 1 :]
    assert [name for name in after_start if not name.startswith("shared")] == []
    assert len(after_start) == 6


def test_arguments_and_the_exit_code_pass_through(installed: Workbook) -> None:
    answer = installed.run("check", "04 빈칸", "", "--json", "-", EXIT_WITH="7")
    assert (answer.code, answer.command["arguments"]) == (7, ["check", "04 빈칸", "", "--json", "-"])


def test_it_starts_on_its_own_python_too(installed: Workbook) -> None:
    answer = installed.run("list", python=installed.venv_python, EXIT_WITH="1")
    assert (answer.code, answer.told) == (1, "")


def test_files_of_a_learner_in_the_current_folder_hide_nothing(installed: Workbook, tmp_path: Path) -> None:
    for name in ("runpy.py", "shared.py", "click.py", "json.py"):
        (tmp_path / name).write_text("raise SystemExit('hidden')", encoding="utf-8")
    assert installed.run("list", folder=tmp_path).command["arguments"] == ["list"]


def test_it_starts_where_python_leaves_the_scripts_folder_out(installed: Workbook) -> None:
    assert installed.run("list", PYTHONSAFEPATH="1").code == 0


def test_the_users_own_search_path_comes_after_the_workbooks(installed: Workbook, tmp_path: Path) -> None:
    path = installed.run("list", PYTHONPATH=str(tmp_path)).command["search_path"]
    assert path.split(os.pathsep) == [str(installed.root), str(tmp_path)]


def test_a_changed_list_is_noticed_and_installed_once(installed: Workbook) -> None:
    before = installed.stamp()
    try:
        installed.require("pip\n")
        assert "패키지 목록이 바뀌었습니다" in installed.run("list").told
        assert installed.run("list").told == ""
    finally:
        installed.require("")
        installed.run("list")
    assert installed.stamp() == before


def test_a_changed_list_that_cannot_be_installed_leaves_what_was_there(installed: Workbook) -> None:
    before = installed.stamp()
    try:
        installed.require("no-such-package-anywhere\n")
        assert installed.run("list").refused()
    finally:
        installed.require("")
    assert (installed.stamp(), installed.run("list").told) == (before, "")


def test_a_copy_of_the_folder_gets_an_environment_of_its_own(installed: Workbook, tmp_path: Path) -> None:
    copy = Workbook(tmp_path / "복사본")
    shutil.copytree(installed.root, copy.root, symlinks=True)
    answer = copy.run("list")
    assert "위치가 바뀌었습니다" in answer.told
    assert Path(answer.command["python"]).samefile(copy.venv)


@pytest.mark.skipif(os.name == "nt", reason="python.exe is no link there; test_stamp.py has that case")
def test_an_environment_whose_python_is_gone_is_made_anew(installed: Workbook) -> None:
    installed.venv_python.unlink()
    installed.venv_python.symlink_to("/no/such/python")
    answer = installed.run("list")
    assert (answer.code, "위치가 바뀌었습니다" in answer.told) == (0, True)


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for the foreign program")
def test_a_python_from_another_kind_of_computer_is_replaced(installed: Workbook) -> None:
    installed.venv_python.unlink()
    installed.venv_python.write_bytes(b"\x7fELF from elsewhere")
    installed.venv_python.chmod(0o755)
    answer = installed.run("list")
    assert (answer.code, "실행되지 않습니다" in answer.told) == (0, True)


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for the other Python")
def test_an_environment_that_turns_out_to_be_another_python_is_made_anew_once(installed: Workbook) -> None:
    installed.venv_python.unlink()
    installed.venv_python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    installed.venv_python.chmod(0o755)
    answer = installed.run("list")
    assert (answer.code, "실행되지 않습니다" in answer.told) == (0, True)
    assert Path(answer.command["python"]).samefile(installed.venv)


def test_an_environment_without_its_description_is_made_anew_even_by_its_own_python(installed: Workbook) -> None:
    (installed.venv / "pyvenv.cfg").unlink()
    answer = installed.run("list", python=installed.venv_python)
    assert (answer.code, answer.command["arguments"]) == (0, ["list"])
    assert Path(answer.command["python"]).samefile(installed.venv)


def test_a_lost_package_is_named_with_a_way_out(installed: Workbook) -> None:
    command = installed.root / "shared" / "cli" / "__main__.py"
    before = command.read_text(encoding="utf-8")
    try:
        command.write_text("import flask_that_is_lost", encoding="utf-8")
        assert "flask_that_is_lost" in installed.run("list").refused()
    finally:
        command.write_text(before, encoding="utf-8")
