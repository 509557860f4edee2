"""Judging a hostile answer in between, and looking at what it leaves behind."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from shared.checking import judging
from shared.checking.check import Check
from shared.lessons import find
from shared.verdict import Verdict
from shared.worker import proc
from shared.worker.limits import MIB, Limits
from shared.worker.worker import Worker

ANSWERS = Path(__file__).parent / "answers"
LESSON = find("04")
RIGHT = (LESSON.solution / "app.py").read_bytes()
ALL = frozenset(range(1, 8))

ROOMY = Limits()
SMALL = replace(ROOMY, memory=256 * MIB, files=8 * MIB)
SHORT = replace(SMALL, step_seconds=1.2, submission_seconds=3.0)
"""For answers that never come to an end; the others get the time that a busy computer may need."""

SLACK_SECONDS = 6.0
"""What ending and cleaning up may take on a busy computer, beyond the limits themselves."""


@dataclass(frozen=True)
class Case:
    """What the honest verdict on an answer is: the tasks that pass, and what the report says somewhere.

    `silent_about` must not be in anything the verdict holds.
    """

    passes: frozenset[int] = frozenset()
    says: str = ""
    silent_about: str = ""
    some_pass: frozenset[int] = field(default=frozenset())
    """Tasks that may pass or not, by chance."""
    endless: bool = False
    roomy: bool = False

    @property
    def limits(self) -> Limits:
        return SHORT if self.endless else ROOMY if self.roomy else SMALL


@dataclass(frozen=True)
class Judged:
    verdict: Verdict
    seconds: float

    @property
    def passed(self) -> frozenset[int]:
        return frozenset(step.task for step in self.verdict.steps if step.status == "pass")

    @property
    def words(self) -> str:
        steps = [f"{s.status} {s.message} {s.got} {s.error}" for s in self.verdict.steps]
        return "\n".join([*steps, self.verdict.output, *self.verdict.notes])


def judge(check: Check, worker: Worker, files: dict[str, bytes], limits: Limits, seed: int | None = None) -> Judged:
    """One submission, with these limits."""
    worker.limits = limits
    began = time.monotonic()
    verdict = judging.judge(check, files, worker=worker, seed=seed or random.randrange(10**6))
    return Judged(verdict, time.monotonic() - began)


def answer(name: str) -> dict[str, bytes]:
    """The files of a hostile answer: its own, and the solution as `right.py`."""
    return {"app.py": (ANSWERS / name / "app.py").read_bytes(), "right.py": RIGHT}


def processes_inside(worker: Worker) -> list[int]:
    """Every process in the process space of a worker's host, its host first, as seen from outside.

    An orphan in there becomes a child of the host, so all of them hang below it.
    """
    host = host_pid(worker)
    return [host, *proc.below(host)]


def host_pid(worker: Worker) -> int:
    """The process id of the host inside the walls: the child of bubblewrap's own process."""
    outer = worker._host._process.pid  # type: ignore[union-attr]
    children = Path(f"/proc/{outer}/task/{outer}/children").read_text(encoding="ascii").split()
    return int(children[0])


def open_files(pid: int) -> int | None:
    """How many file descriptors a process holds; None where only root may know."""
    try:
        return len(list(Path(f"/proc/{pid}/fd").iterdir()))
    except PermissionError:
        return None
