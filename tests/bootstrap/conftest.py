"""Small workbooks with a real workbook.py and real environments, but nothing to download."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMAND = """\
import json, os, sys
print(json.dumps({
    "arguments": sys.argv[1:],
    "module": __spec__.name,
    "folder": os.getcwd(),
    "python": sys.prefix,
    "search_path": os.environ["PYTHONPATH"],
}))
sys.exit(int(os.environ.get("EXIT_WITH", "0")))
"""


@dataclass(frozen=True)
class Answer:
    """How a start ended."""

    code: int
    out: str
    told: str  # stderr: what the bootstrap says

    @property
    def command(self) -> dict[str, Any]:
        """What the stub command found when it ran."""
        found: dict[str, Any] = json.loads(self.out)
        return found

    def refused(self) -> str:
        """What was said, after making sure that it is a refusal and no traceback."""
        assert self.code == 2, self
        assert "Traceback" not in self.told and self.out == "", self
        return self.told


@dataclass(frozen=True)
class Workbook:
    """A copy of the bootstrap with a stub in place of the commands."""

    root: Path

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def venv_python(self) -> Path:
        return self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def arguments(self, *arguments: str, python: str | Path = sys.executable) -> list[str]:
        return [str(python), str(self.root / "workbook.py"), *arguments]

    def environment(self, **changes: str) -> dict[str, str]:
        # A config file of this machine could name an index of its own; the tests need none.
        ours = ("PIP_", "PYTHON", "WORKBOOK_")
        clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        quiet = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PYTHONIOENCODING": "utf-8"}
        return {**clean, **quiet, **changes}

    def run(
        self, *arguments: str, python: str | Path = sys.executable, folder: Path | None = None, **environment: str
    ) -> Answer:
        encoding = environment.get("PYTHONIOENCODING", "utf-8").split(":")[0]
        done = subprocess.run(
            self.arguments(*arguments, python=python),
            cwd=folder or self.root.parent,
            env=self.environment(**environment),
            capture_output=True,
            timeout=90,
        )
        return Answer(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        """Start without waiting, in a process group of its own."""
        return subprocess.Popen(
            self.arguments(*arguments),
            env=self.environment(PIP_NO_INDEX="0"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )

    def require(self, text: str) -> None:
        (self.root / "requirements.txt").write_text(text, encoding="ascii")

    def stamp(self) -> bytes:
        return (self.venv / "workbook-base.stamp").read_bytes()


def build(root: Path) -> Workbook:
    """Lay the bootstrap and the stub command into a new folder."""
    leave = shutil.ignore_patterns("__pycache__")
    (root / "shared" / "messages").mkdir(parents=True)
    shutil.copy(ROOT / "workbook.py", root)
    shutil.copytree(ROOT / "shared" / "bootstrap", root / "shared" / "bootstrap", ignore=leave)
    shutil.copy(ROOT / "shared" / "messages" / "installing.py", root / "shared" / "messages")
    for name in ("shared", "shared/messages", "shared/cli"):
        (root / name).mkdir(exist_ok=True)
        (root / name / "__init__.py").touch()
    for name in ("__main__.py", "test_suite.py"):
        (root / "shared" / "cli" / name).write_text(COMMAND, encoding="utf-8")
    for name in ("requirements.txt", "constraints.txt"):
        (root / name).touch()
    # pip is there already: a requirement that is met without an index.
    extras = "".join(f'{name} = [\n    "pip",  # met\n]\n' for name in ("test", "browser"))
    (root / "pyproject.toml").write_text(f"[project.optional-dependencies]\n{extras}", encoding="utf-8")
    return Workbook(root)


@pytest.fixture
def new_workbook(tmp_path: Path) -> Callable[..., Workbook]:
    """Makes workbooks that were never started."""
    return lambda name="내 워크북": build(tmp_path / name)


@pytest.fixture
def workbook(new_workbook: Callable[..., Workbook]) -> Workbook:
    """One workbook that was never started."""
    return new_workbook()


@pytest.fixture(scope="session")
def _shared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workbook, Answer]:
    workbook = build(tmp_path_factory.mktemp("installed") / "내 워크북")
    return workbook, workbook.run("check", "04")


@pytest.fixture
def installed(_shared: tuple[Workbook, Answer]) -> Workbook:
    """A workbook that was started before; shared between tests, which leave it as they found it."""
    return _shared[0]


@pytest.fixture
def first_start(_shared: tuple[Workbook, Answer]) -> Answer:
    """How the very first start of ``installed`` went."""
    return _shared[1]
