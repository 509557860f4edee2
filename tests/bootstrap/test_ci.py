"""``.ci/run`` on a bare machine, acted out with stand-ins for its programs."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt" or not shutil.which("bash"), reason="a script for Linux")
PYTHON = """\
[ "$1" = -c ] && exit {has_venv}
echo "ran: $* CI=$CI WORKBOOK_CI=$WORKBOOK_CI in $PWD"
exit 5
"""


def run(
    folder: Path, *arguments: str, python: str = "python3", has_venv: bool = True, **programs: str
) -> tuple[int, str]:
    """Run the script where nothing but these programs exists."""
    programs = {python: PYTHON.format(has_venv=int(not has_venv)), **programs}
    for name, script in programs.items():
        (folder / name).write_text(f"#!/bin/bash\n{script}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    for name in ("dirname", "grep", "env"):
        (folder / name).symlink_to(str(shutil.which(name)))
    command = [str(shutil.which("bash")), str(ROOT / ".ci" / "run"), *arguments]
    done = subprocess.run(command, cwd="/", env={"PATH": str(folder)}, capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout + done.stderr


THERE = ("chromium", "bwrap", "git", "npm", "tmux")
COMPLETE = {**dict.fromkeys(THERE, ""), "fc-list": "echo font", "id": "echo 0", "apt-get": 'echo "apt: $*"'}


def test_with_everything_there_it_only_runs_the_tests_and_passes_their_exit_code_on(tmp_path: Path) -> None:
    code, out = run(tmp_path, "-k", "routing", **COMPLETE)
    expected = f"ran: workbook.py test -k routing CI=true WORKBOOK_CI=1 in {ROOT}"
    assert (code, out.splitlines()[-1]) == (5, expected)
    assert "apt:" not in out


def test_root_gets_what_is_missing_from_apt(tmp_path: Path) -> None:
    code, out = run(tmp_path, id="echo 0", **{"apt-get": 'echo "apt: $*"'}, has_venv=False)
    assert code == 5
    installed = next(line for line in out.splitlines() if re.match("apt: install", line)).split()
    assert {"chromium", "bubblewrap", "git", "npm", "tmux", "fonts-noto-cjk", "python3-venv"} <= set(installed)


def test_a_failing_apt_is_told_and_the_tests_still_run(tmp_path: Path) -> None:
    code, out = run(tmp_path, **{**COMPLETE, "bwrap": "", "apt-get": "exit 100"}, has_venv=False)
    assert code == 5 and "apt-get failed" in out


def test_somebody_else_is_told_what_is_missing(tmp_path: Path) -> None:
    code, out = run(tmp_path, id="echo 1000")
    assert code == 5 and "not root" in out


def test_python_stands_in_where_there_is_no_python3(tmp_path: Path) -> None:
    assert run(tmp_path, python="python", **COMPLETE)[0] == 5
