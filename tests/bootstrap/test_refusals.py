"""When the workbook cannot be installed: one sentence, a way out, exit code 2, no traceback."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Answer, Workbook


def in_walls(workbook: Workbook, *walls: str) -> Answer:
    """Start inside bubblewrap, where even root meets a read-only or a full disk."""
    bwrap = shutil.which("bwrap")
    works = bwrap and subprocess.run([bwrap, "--ro-bind", "/", "/", "true"], capture_output=True).returncode == 0
    if not works:
        assert not os.environ.get("WORKBOOK_CI"), "bubblewrap does not work here"
        pytest.skip("needs bubblewrap")
    done = subprocess.run(
        [str(bwrap), "--bind", "/", "/", "--dev", "/dev", *walls, *workbook.arguments("list")],
        env=workbook.environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def test_no_network(workbook: Workbook) -> None:
    workbook.require("flask\n")
    unreachable = {"PIP_NO_INDEX": "0", "PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "1"}
    told = workbook.run("list", **unreachable).refused()
    assert "인터넷 연결을 확인" in told
    assert "다시 시도합니다" in told
    assert str(workbook.root / ".workbook" / "install.log") in told


def test_after_a_failed_download_the_environment_is_kept_and_finished(workbook: Workbook) -> None:
    workbook.require("no-such-package-anywhere\n")
    assert workbook.run("list").refused()
    (workbook.venv / "mine.txt").touch()
    workbook.require("")
    assert workbook.run("list").code == 0
    assert (workbook.venv / "mine.txt").exists()


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_python_without_venv(missing: str, workbook: Workbook, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(f"import sys; sys.modules[{missing!r}] = None", encoding="utf-8")
    told = workbook.run("list", PYTHONPATH=str(tmp_path)).refused()
    assert f"sudo apt install python{sys.version_info[0]}.{sys.version_info[1]}-venv" in told or "python.org" in told


def test_a_file_called_venv_is_left_alone(workbook: Workbook) -> None:
    workbook.venv.write_text("mine", encoding="utf-8")
    assert str(workbook.venv) in workbook.run("list").refused()
    assert workbook.venv.read_text(encoding="utf-8") == "mine"


def test_a_folder_called_venv_that_is_no_environment_is_left_alone(workbook: Workbook) -> None:
    workbook.venv.mkdir()
    (workbook.venv / "diary.txt").touch()
    assert str(workbook.venv) in workbook.run("list").refused()
    assert (workbook.venv / "diary.txt").exists()


def test_the_state_folder_is_a_file(workbook: Workbook) -> None:
    (workbook.root / ".workbook").touch()
    assert str(workbook.root) in workbook.run("list").refused()


def test_a_folder_that_takes_no_files(workbook: Workbook) -> None:
    told = in_walls(workbook, "--ro-bind", str(workbook.root), str(workbook.root)).refused()
    assert "파일을 쓸 수 없습니다" in told and str(workbook.root) in told


def test_a_full_disk(workbook: Workbook) -> None:
    folder = str(workbook.root)
    files = [argument for file in workbook.root.iterdir() for argument in ("--ro-bind", str(file), str(file))]
    told = in_walls(workbook, "--size", "3000000", "--tmpfs", folder, *files).refused()
    assert "공간이 없습니다" in told
