"""The commands in processes of their own: other encodings, no terminal, nobody reading."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import tiny_project

PROGRAM = """
import sys
from pathlib import Path
from shared.cli.running import main
sys.exit(main(sys.argv[2:], root=Path(sys.argv[1])))
"""


def start(
    root: Path, *arguments: str, python: tuple[str, ...] = (), **environment: str
) -> subprocess.CompletedProcess[bytes]:
    kept = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    command = [sys.executable, *python, "-c", PROGRAM, str(root), *arguments]
    variables = {**kept, "PYTHONPATH": str(tiny_project.ROOT), **environment}
    return subprocess.run(command, env=variables, capture_output=True, timeout=100)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["list"], 0), (["check", "1"], 1), (["hint", "1"], 0), (["verify"], 0), (["--help"], 0), (["chekc"], 2)],
)
def test_a_strict_korean_windows_console_is_enough(tmp_path: Path, arguments: list[str], code: int) -> None:
    tiny_project.make(tmp_path, title="인사하는 서버 — 첫째 ①")
    done = start(tmp_path, *arguments, PYTHONIOENCODING="cp949:strict", PYTHONUTF8="0")
    assert done.returncode == code, done.stderr.decode("cp949", "replace")
    assert "워크북" in (done.stdout + done.stderr).decode("cp949") or b"\x1b" not in done.stdout
    assert b"\x1b" not in done.stdout + done.stderr


def test_doctor_passes_a_strict_korean_windows_console(tmp_path: Path) -> None:
    tiny_project.make(tmp_path)
    done = start(tmp_path, "doctor", PYTHONIOENCODING="cp949:strict", PYTHONUTF8="0")
    assert done.returncode in (0, 2) and done.stderr == b""
    assert "화면의 한글: 보입니다. (인코딩: cp949)" in done.stdout.decode("cp949")


@pytest.mark.skipif(os.name == "nt", reason="streams are closed by the shell in another way")
def test_closed_streams_do_no_harm(tmp_path: Path) -> None:
    tiny_project.make(tmp_path)
    command = f'exec "{sys.executable}" -c "$PROGRAM" "{tmp_path}" list >&- 2>&-'
    environment = {**os.environ, "PYTHONPATH": str(tiny_project.ROOT), "PROGRAM": PROGRAM}
    assert subprocess.run(command, shell=True, env=environment, timeout=100).returncode == 0


def test_the_list_imports_no_server_and_no_client(tmp_path: Path) -> None:
    tiny_project.make(tmp_path)
    done = start(tmp_path, "list", python=("-X", "importtime"))
    imported = {line.rpartition(b"|")[2].strip().decode() for line in done.stderr.splitlines()}
    assert done.returncode == 0 and "click" in imported
    assert not imported & {"flask", "requests", "werkzeug", "rich", "selectolax", "markdown_it", "psutil", "asyncio"}


def test_python_m_shared_cli_runs_the_real_workbook() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "shared.cli", "--plain"], cwd=tiny_project.ROOT, capture_output=True, timeout=100
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode("utf-8").startswith("레슨 ")
