"""A copy of the project, and hands that start its check scripts as processes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LESSON = "04_routing"
PARTS = ("shared", "workbook.py", "checks", f"lessons/{LESSON}", f"solutions/{LESSON}")
WRONG = ROOT / "tests" / "answers" / LESSON / "wrong"


@dataclass(frozen=True)
class Project:
    """A copy of the project; `python` runs its scripts."""

    root: Path
    python: str = sys.executable

    @property
    def script(self) -> Path:
        """The check script of the lesson."""
        return self.root / "checks" / f"{LESSON}.py"

    @property
    def solution(self) -> Path:
        """A submission that passes."""
        return self.root / "solutions" / LESSON

    @property
    def lesson(self) -> Path:
        """The learner's own folder."""
        return self.root / "lessons" / LESSON

    def command(self, *arguments: object) -> list[str]:
        """What to type."""
        return [self.python, str(self.script), *map(str, arguments)]

    def run(
        self, *arguments: object, env: dict[str, str] | None = None, cwd: Path | None = None, script: str | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """Run to the end. Output is in bytes."""
        command = self.command(*arguments)
        if script is not None:
            command[1] = script
        return subprocess.run(
            command,
            capture_output=True,
            timeout=60,
            check=False,
            env=environment(env),
            cwd=cwd or self.root,
            stdin=subprocess.DEVNULL,
        )


def environment(more: dict[str, str] | None = None) -> dict[str, str]:
    """What a learner's shell has, without what this test run has set for itself."""
    dropped = ("PYTHON", "PYTEST", "COV_", "NO_COLOR", "FORCE_COLOR", "COLUMNS")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    return kept | {"PYTHONIOENCODING": "utf-8"} | (more or {})


def copied(to: Path) -> Project:
    """Copy what the script needs."""
    for part in PARTS:
        source, target = ROOT / part, to / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    return Project(to)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy that all tests share: they hand in folders of their own."""
    return copied(tmp_path_factory.mktemp("project"))


@pytest.fixture
def handed(tmp_path: Path) -> Callable[..., Path]:
    """Write an `app.py` into a folder to hand in."""

    def write(text: str, name: str = "10101_김하늘") -> Path:
        folder = tmp_path / name
        folder.mkdir()
        (folder / "app.py").write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def started(project: Project) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Start a check without waiting for its end, in a session of its own as a terminal would."""
    running: list[subprocess.Popen[bytes]] = []

    def start(*arguments: object) -> subprocess.Popen[bytes]:
        running.append(
            subprocess.Popen(
                project.command(*arguments),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=environment(),
                start_new_session=True,
            )
        )
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.communicate()
