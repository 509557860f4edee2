"""The commands on a tiny workbook, in this process."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from shared.cli.running import main
from shared.worker.worker import Worker
from tests import tiny_project


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    yield tiny_project.make(tmp_path)
    for name in [name for name in sys.modules if name.startswith("checks.")]:
        del sys.modules[name]  # the next test has a check of the same name


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    close = Worker.close
    # A command leaves without waiting because its process ends; this one goes on.
    monkeypatch.setattr(Worker, "close", lambda worker, wait=True: close(worker))

    def do(*arguments: str) -> Said:
        code = main(arguments, root=project)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return do
