"""From a path to a verdict: reads a submission, lends it a worker, judges it."""

from __future__ import annotations

import importlib.util
import secrets
import sys
from pathlib import Path

from shared.checking.check import Check
from shared.lessons import Lesson
from shared.messages import checking as words
from shared.verdict import Verdict
from shared.worker.limits import Limits
from shared.worker.worker import FLASK, Worker

MAX_SEED = 1_000_000


def new_seed() -> int:
    """A seed that is short enough to be typed again."""
    return secrets.randbelow(MAX_SEED)


def judge_path(
    check: Check, path: Path, *, seed: int | None = None, walls: bool | None = None, limits: Limits | None = None
) -> Verdict:
    """Judge a folder, zip or file with a worker of its own.

    `walls` None means: for everything but the learner's own lesson folder.
    """
    lesson = check.lesson
    own = path.resolve() == lesson.folder.resolve()
    wanted = walls if walls is not None else not own
    # The worker starts now, so that it gets ready while the rest of this process does.
    with Worker(walled=wanted, preload=FLASK, limits=limits) as worker:
        return judge_with(worker, check, path, seed=seed, walls_wanted=wanted)


def judge_with(
    worker: Worker, check: Check, path: Path, *, seed: int | None = None, walls_wanted: bool = True
) -> Verdict:
    """Judge with a worker that is warm already."""
    from dataclasses import replace

    from shared.checking import judging
    from shared.submission import Refused, read

    seed = new_seed() if seed is None else seed
    try:
        submission = read(path, check.lesson)
    except Refused as refused:
        return judging.refused(check, refused.message, seed=seed)
    verdict = judging.judge(check, submission.overlay(check.lesson), worker=worker, seed=seed)
    notes = [*submission.notes, *verdict.notes]
    if walls_wanted and verdict.walls is None:
        notes.append(words.NO_WALLS)
    return replace(verdict, notes=tuple(notes))


def load_check(lesson: Lesson) -> Check:
    """The check of a lesson, from its script.

    Raises:
        FileNotFoundError: the lesson has no check script.
    """
    name = f"checks.{lesson.slug}"
    if name in sys.modules:
        return sys.modules[name].check  # type: ignore[no-any-return]
    spec = importlib.util.spec_from_file_location(name, lesson.check)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(lesson.check)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.modules[name] = module
    return module.check  # type: ignore[no-any-return]
