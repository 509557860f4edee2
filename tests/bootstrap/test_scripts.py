"""A check script that was started by a Python without the packages: the workbook's own Python takes over."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import ROOT, Workbook
from .test_old_pythons import SENTENCE, old_pythons

SCRIPT = """\
import json, os, sys
import home
import only_inside
print(json.dumps({"arguments": sys.argv[1:], "python": sys.prefix, "folder": os.getcwd()}))
sys.exit(7)
"""


@pytest.fixture
def with_script(new_workbook: Callable[..., Workbook]) -> Workbook:
    """A workbook whose one check needs a package that only its own Python has."""
    workbook = new_workbook("내 검사")
    checks = workbook.root / "checks"
    checks.mkdir()
    text = (ROOT / "checks" / "home.py").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("PACKAGES = "))
    (checks / "home.py").write_text(text.replace(line, 'PACKAGES = ("only_inside",)'), encoding="utf-8")
    (checks / "01_any.py").write_text(SCRIPT, encoding="utf-8")
    return workbook


def start(workbook: Workbook, *arguments: str, python: Any = sys.executable) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(python), str(workbook.root / "checks" / "01_any.py"), *arguments],
        cwd=workbook.root.parent,
        env=workbook.environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=90,
    )


def give_package(workbook: Workbook) -> None:
    asked = [str(workbook.venv_python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    folder = subprocess.run(asked, capture_output=True, encoding="utf-8", check=True).stdout.strip()
    Path(folder, "only_inside.py").touch()


def test_it_runs_again_where_the_package_is(with_script: Workbook) -> None:
    assert with_script.run("list").code == 0
    give_package(with_script)
    answer = start(with_script, "빈칸 있는 값", "--json", "-")
    assert (answer.returncode, answer.stderr) == (7, "")
    told = json.loads(answer.stdout)
    assert told["arguments"] == ["빈칸 있는 값", "--json", "-"]
    assert Path(told["python"]).samefile(with_script.venv)
    assert Path(told["folder"]).samefile(with_script.root.parent)


def test_a_first_start_installs_and_a_package_that_stays_away_does_not_go_on_for_ever(with_script: Workbook) -> None:
    answer = start(with_script)
    assert answer.returncode == 2 and answer.stdout == "" and "Traceback" not in answer.stderr
    assert "워크북을 처음 실행했습니다." in answer.stderr
    assert answer.stderr.count("설치가 끝났습니다.") == 1
    assert "그 폴더를 지운 뒤 다시 실행하세요" in answer.stderr.splitlines()[-1]
    again = start(with_script, python=with_script.venv_python)
    assert again.returncode == 2 and len(again.stderr.splitlines()) == 2


def test_an_old_python_is_refused(with_script: Workbook) -> None:
    pythons = {version: path for version, path in old_pythons().items() if version not in ("2.7", "3.4")}
    if not pythons:
        pytest.skip("no Python from 3.5 to 3.9 here")
    for version, path in pythons.items():
        answer = start(with_script, python=path)
        assert answer.returncode == 2
        assert answer.stderr.splitlines()[0] == SENTENCE.format(version)


def test_a_workbook_without_its_engine_says_so(with_script: Workbook) -> None:
    shutil.rmtree(with_script.root / "shared")
    answer = start(with_script)
    assert answer.returncode == 2 and "압축을 모두 풀고" in answer.stderr
