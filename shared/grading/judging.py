"""One submission to be judged, and the process that judges it: it keeps a warm worker from one to the next.

Everything here travels: a job is plain data and `judge` a plain function, so that any executor with the shape of
`concurrent.futures` can run them, on this computer or on another one that has this workbook.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path

from shared.checking import judging
from shared.checking.check import Check
from shared.checking.session import load_check
from shared.grading.preloading import preload_for
from shared.lessons import find
from shared.messages import checking as words
from shared.submission.submission import Submission
from shared.verdict import Outcome, Verdict, from_json, to_dict
from shared.worker.limits import Limits
from shared.worker.worker import Worker


@dataclass(frozen=True)
class Job:
    """What `judge` needs. `files` are those that were handed in; `root` is the workbook's folder."""

    root: str
    lesson: str
    files: Mapping[str, bytes]
    seed: int
    notes: tuple[str, ...] = ()
    limits: Limits = Limits()


@dataclass(frozen=True)
class Judged:
    """A verdict, small enough to be sent and stored: `evidence` is its JSON, packed."""

    outcome: Outcome
    earned: int
    possible: int
    seed: int
    walls: str | None
    evidence: bytes
    trouble: str | None = None
    """Why it is unjudged."""


def judge(job: Job) -> Judged:
    """Judge one submission in this process."""
    check, starter, worker = _prepared(job)
    verdict = judging.judge(check, {**starter, **job.files}, worker=worker, seed=job.seed)
    notes = [*job.notes, *verdict.notes, *([] if verdict.walls else [words.NO_WALLS])]
    return judged(replace(verdict, notes=tuple(notes)))


def judged(verdict: Verdict) -> Judged:
    """A verdict as it is stored."""
    text = json.dumps(to_dict(verdict), ensure_ascii=False, separators=(",", ":"))
    unjudged = next((step for step in verdict.steps if step.status == "unjudged"), None)
    return Judged(
        verdict.outcome,
        verdict.earned,
        verdict.possible,
        verdict.seed,
        verdict.walls,
        zlib.compress(text.encode("utf-8"), 6),
        (unjudged.message or "") if unjudged else None,
    )


def unpacked(evidence: bytes) -> Verdict:
    """The verdict in the evidence."""
    return from_json(zlib.decompress(evidence).decode("utf-8"))


def get_ready(job: Job) -> str | None:
    """Start a worker for jobs like this one, and tell what keeps submissions apart in it."""
    _, _, worker = _prepared(job)
    with worker.open("ready", {}):
        return worker.walls


def end_workers() -> None:
    """End the workers of this process."""
    _ENDING.running = True
    while _WORKERS:
        _WORKERS.popitem()[1].close()
    _ENDING.running = False
    if _ENDING.with_process:
        os._exit(1)


def end_process(*_: object) -> None:
    """End the workers and this process: for a signal, which may come while the workers are being ended already."""
    if _ENDING.running:
        _ENDING.with_process = True
        return
    # Not by an exception: an executor would take that for the result of a job, and go on.
    end_workers()
    os._exit(1)


@dataclass
class _Ending:
    running: bool = False
    with_process: bool = False


_ENDING = _Ending()
_WORKERS: dict[tuple[Limits, tuple[str, ...]], Worker] = {}


def _prepared(job: Job) -> tuple[Check, dict[str, bytes], Worker]:
    check, starter, preload = _of_lesson(job.root, job.lesson)
    return check, starter, _worker(job.limits, preload)


@cache
def _of_lesson(root: str, slug: str) -> tuple[Check, dict[str, bytes], tuple[str, ...]]:
    lesson = find(slug, Path(root))
    return load_check(lesson), Submission(slug, lesson.folder, {}).overlay(lesson), preload_for(lesson)


def _worker(limits: Limits, preload: tuple[str, ...]) -> Worker:
    if (limits, preload) not in _WORKERS:
        end_workers()  # jobs come lesson by lesson, so the one before is not needed any more
        # Processes of multiprocessing run this at their end, and no functions of atexit.
        Finalize(None, end_workers, exitpriority=10)
        _WORKERS[limits, preload] = Worker(walled=True, limits=limits, preload=preload)
    return _WORKERS[limits, preload]
