"""Other graders on the same class, each in an environment of its own that this file makes.

Each gets the plainest set-up that its documentation suggests. None of them keeps a submission from the program that
judges it; those that have no batch mode of their own are started once for each submission, two at a time.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.four_probes import ANSWER
from benchmarks.grading_class import PYTHON_TESTS, notebook, write_flat

AT_ONCE = 2


@dataclass(frozen=True)
class Peer:
    """A grader: what is installed for it, and what grades a folder with it. `prepare` is not measured."""

    name: str
    packages: tuple[str, ...]
    prepare: Callable[[Path, Path, int], None]
    grade: Callable[[Path, Path], None]


class NotToBeHad(Exception):
    """It could not be installed here."""


def environment(peer: Peer, cache: Path) -> Path:
    """The peer's own virtual environment, made where there is none. Raises NotToBeHad."""
    folder = cache / peer.packages[0].partition("=")[0]
    done = folder / "installed.txt"
    if not done.exists():
        commands = [
            [sys.executable, "-m", "venv", str(folder)],
            [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", *peer.packages],
        ]
        for command in commands:
            ended = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
            if ended.returncode:
                raise NotToBeHad((ended.stderr.strip().splitlines() or ["?"])[-1])
        done.write_text("\n".join(peer.packages), encoding="utf-8")
    return folder / "bin"


def _run(command: list[str], folder: Path, **environ: str) -> None:
    own = {**os.environ, "PATH": f"{Path(command[0]).parent}{os.pathsep}{os.environ['PATH']}", **environ}
    own.pop("PYTHONPATH", None) if "PYTHONPATH" not in environ else None
    ended = subprocess.run(command, cwd=folder, env=own, check=False, capture_output=True, text=True, encoding="utf-8")
    if ended.returncode:
        raise SystemExit(f"{command}\n{ended.stdout[-2000:]}\n{ended.stderr[-2000:]}")


def _each(folder: Path, one: Callable[[Path], None]) -> None:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(one, sorted((folder / "class").iterdir())))


def _flat(folder: Path, bin: Path, size: int) -> None:
    write_flat(folder / "class", size)


def _pytest_files(folder: Path, bin: Path, size: int) -> None:
    _flat(folder, bin, size)
    tests = "\n\n".join(f"def test_{name}():\n    {body}" for name, body in PYTHON_TESTS.items())
    (folder / "test_app.py").write_text(f"from app import app\n\n\n{tests}\n", encoding="utf-8")
    (folder / "test_all.py").write_text(ALL, encoding="utf-8")


ALL = (
    """import importlib.util
from pathlib import Path

import pytest

FOLDERS = sorted(Path(__file__).with_name("class").iterdir())


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def app(request):
    spec = importlib.util.spec_from_file_location(f"app_{request.param.name}", request.param / "app.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.app


"""
    + "\n\n\n".join(f"def test_{name}(app):\n    {body}" for name, body in PYTHON_TESTS.items())
    + "\n"
)

QUIET = ["-q", "-p", "no:cacheprovider"]


def _pytest_one(folder: Path, bin: Path) -> None:
    _run([str(bin / "python"), "-m", "pytest", *QUIET, "test_all.py"], folder)


def _pytest_each(folder: Path, bin: Path) -> None:
    command = [str(bin / "python"), "-m", "pytest", *QUIET, "test_app.py"]
    _each(folder, lambda one: _run(command, folder, PYTHONPATH=str(one)))


def _gradescope_files(folder: Path, bin: Path, size: int) -> None:
    _flat(folder, bin, size)
    tests = "\n\n".join(
        f"    @weight(1)\n    def test_{name}(self):\n        {body}" for name, body in PYTHON_TESTS.items()
    )
    (folder / "tests").mkdir(exist_ok=True)
    (folder / "tests" / "test_app.py").write_text(
        "import unittest\n\nfrom app import app\nfrom gradescope_utils.autograder_utils.decorators import weight\n\n\n"
        f"class TestApp(unittest.TestCase):\n{tests}\n",
        encoding="utf-8",
    )
    (folder / "run.py").write_text(
        "import sys\nimport unittest\n\n"
        "from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner\n\n"
        "with open(sys.argv[1], 'w', encoding='utf-8') as file:\n"
        "    JSONTestRunner(visibility='visible', stream=file).run(unittest.defaultTestLoader.discover('tests'))\n",
        encoding="utf-8",
    )


def _gradescope(folder: Path, bin: Path) -> None:
    python = str(bin / "python")
    _each(folder, lambda one: _run([python, "run.py", str(one / "results.json")], folder, PYTHONPATH=str(one)))


CHECK50 = '''import check50
import check50.flask


@check50.check()
def exists():
    """app.py exists"""
    check50.exists("app.py")


@check50.check(exists)
def index():
    """index"""
    check50.flask.app("app.py").get("/").status(200).raw_content("^Hello World!$", "Hello World!")


@check50.check(exists)
def hi():
    """hi"""
    check50.flask.app("app.py").get("/hi/Ada").status(200).raw_content("^Hello Ada$", "Hello Ada")


@check50.check(exists)
def cookie():
    """cookie"""
    check50.flask.app("app.py").get("/cookie/3").status(200).raw_content("^Here are 3 cookies$", "Here are 3 cookies")


@check50.check(exists)
def no_word():
    """no word"""
    check50.flask.app("app.py").get("/cookie/abc").status(404)
'''


def _check50_files(folder: Path, bin: Path, size: int) -> None:
    _flat(folder, bin, size)
    (folder / "check").mkdir(exist_ok=True)
    (folder / "check" / "__init__.py").write_text(CHECK50, encoding="utf-8")
    wanted = 'check50:\n  files:\n    - !exclude "*"\n    - !require app.py\n'
    (folder / "check" / ".cs50.yaml").write_text(wanted, encoding="utf-8")


def _check50(folder: Path, bin: Path) -> None:
    check = str(folder / "check")
    _each(
        folder, lambda one: _run([str(bin / "check50"), "--dev", check, "-o", "json", "--output-file", "x.json"], one)
    )


def _nbgrader_files(folder: Path, bin: Path, size: int) -> None:
    for number in range(1, size + 1):
        _notebook(folder / "submitted" / f"s{number:05}", notebook(ANSWER.decode("utf-8"), None))
    _notebook(folder / "source", notebook("### BEGIN SOLUTION\napp = None\n### END SOLUTION", PYTHON_TESTS))
    _run([str(bin / "nbgrader"), "generate_assignment", "routing", "--create", f"--course-dir={folder}"], folder)


def _notebook(folder: Path, text: str) -> None:
    (folder / "routing").mkdir(parents=True, exist_ok=True)
    (folder / "routing" / "routing.ipynb").write_text(text, encoding="utf-8")


def _nbgrader(folder: Path, bin: Path) -> None:
    options = ["--create", "--force", f"--course-dir={folder}"]
    _run([str(bin / "nbgrader"), "autograde", "routing", *options], folder)


PEERS = (
    Peer("pytest, one process", ("pytest==9.2.0", "flask==3.1.3"), _pytest_files, _pytest_one),
    Peer("pytest, one process each", ("pytest==9.2.0", "flask==3.1.3"), _pytest_files, _pytest_each),
    Peer("gradescope-utils", ("gradescope-utils==0.5.0", "flask==3.1.3"), _gradescope_files, _gradescope),
    Peer("check50", ("check50==3.5.0", "flask==3.1.3"), _check50_files, _check50),
    Peer("nbgrader", ("nbgrader==0.9.6", "flask==3.1.3"), _nbgrader_files, _nbgrader),
)
