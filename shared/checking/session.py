"""From a path to a verdict: reads a submission, lends it a worker, judges it."""

from __future__ import annotations

import importlib.util
import random
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from shared.checking import judging
from shared.checking.check import Check
from shared.lessons import Lesson
from shared.messages import checking as words
from shared.submission import Refused, Submission, read
from shared.verdict import Verdict
from shared.worker.worker import Worker

MAX_SEED = 1_000_000


def new_seed() -> int:
    """A seed that is short enough to be typed again."""
    return random.SystemRandom().randrange(MAX_SEED)


def judge_path(
    check: Check,
    path: Path,
    *,
    worker: Worker,
    seed: int | None = None,
    walls_wanted: bool = True,
    so_far: Callable[[Verdict], None] | None = None,
) -> Verdict:
    """Judge a folder, zip or file. What cannot be read as a submission gets a verdict too, with the reason."""
    seed = new_seed() if seed is None else seed
    try:
        submission = read(path, check.lesson)
    except Refused as refused:
        return judging.refused(check, refused.message, seed=seed)
    verdict = judge_submission(check, submission, worker=worker, seed=seed, so_far=so_far)
    notes = (words.NO_WALLS,) if walls_wanted and verdict.walls is None else ()
    return replace(verdict, notes=(*verdict.notes, *notes))


def judge_submission(
    check: Check,
    submission: Submission,
    *,
    worker: Worker,
    seed: int | None = None,
    until_first_failure: bool = False,
    so_far: Callable[[Verdict], None] | None = None,
) -> Verdict:
    """Judge what was read already. `until_first_failure` and `so_far` as in `judging.judge`."""
    seed = new_seed() if seed is None else seed
    files = submission.overlay(check.lesson)
    verdict = judging.judge(
        check, files, worker=worker, seed=seed, until_first_failure=until_first_failure, so_far=so_far
    )
    return replace(verdict, notes=(*submission.notes, *verdict.notes))


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
    folder = str(lesson.check.parent)  # where a script finds `home` when it is started by hand
    sys.path.insert(0, folder)
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(folder)
    sys.modules[name] = module
    return module.check  # type: ignore[no-any-return]
