"""A Python that is too old still reads workbook.py, and says what is needed."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, Workbook

OLD = ("2.7", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9")
SENTENCE = "파이썬이 오래되어 워크북을 시작할 수 없습니다: 지금은 {}, 필요한 것은 3.10 이상입니다."


def old_pythons() -> dict[str, str]:
    """Version and path of the old Pythons of this machine; there may be none."""
    installed = sorted(Path.home().glob(".pyenv/versions/*/bin/python"))
    by_version = {".".join(path.parts[-3].split(".")[:2]): str(path) for path in installed}
    found = {version: by_version.get(version) or shutil.which(f"python{version}") for version in OLD}
    return {version: path for version, path in found.items() if path and runs(path, version)}


def runs(path: str, version: str) -> bool:
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    answer = subprocess.run([path, "-c", code], capture_output=True)
    return answer.returncode == 0 and answer.stdout.decode().strip() == version


def test_the_file_is_written_in_old_syntax() -> None:
    ast.parse((ROOT / "workbook.py").read_text(encoding="utf-8"), feature_version=(3, 4))


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_every_old_python_of_this_machine_is_refused(encoding: str, workbook: Workbook) -> None:
    pythons = old_pythons()
    if not pythons:
        pytest.skip("no Python older than 3.10 here")
    for version, path in pythons.items():
        told = workbook.run(python=path, PYTHONIOENCODING=f"{encoding}:strict").refused()
        assert SENTENCE.format(version) in told and "python.org" in told


def test_a_version_below_the_oldest_is_refused(workbook: Workbook) -> None:
    code = f"import runpy, sys; sys.version_info = (3, 9, 1); runpy.run_path({str(workbook.root / 'workbook.py')!r}, "
    command = [sys.executable, "-c", code + "run_name='__main__')"]
    answer = subprocess.run(command, env=workbook.environment(), capture_output=True, encoding="utf-8")
    assert answer.returncode == 2
    assert answer.stderr.splitlines()[0] == SENTENCE.format("3.9")


def test_a_console_without_hangul_gets_no_traceback(workbook: Workbook) -> None:
    shutil.rmtree(workbook.root / "shared")
    workbook.run(PYTHONIOENCODING="ascii:strict").refused()


def test_the_one_file_taken_out_of_a_zip_says_to_unpack_all_of_it(workbook: Workbook) -> None:
    shutil.rmtree(workbook.root / "shared")
    assert "압축을 모두 풀고" in workbook.run().refused()
