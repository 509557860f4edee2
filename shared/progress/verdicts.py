"""The last verdict on the learner's own folder of each lesson: `.workbook/verdicts/NN_slug.json`."""

from __future__ import annotations

from pathlib import Path

from shared.lessons import Lesson
from shared.progress.storage import read_object, state_folder, write_object
from shared.verdict import EXIT_CODES, StepResult, Verdict, from_dict, to_dict

SCHEMA = 1
_STATUSES = {*EXIT_CODES, "skipped"}


def remember(lesson: Lesson, verdict: Verdict, digest: str | None) -> None:
    """Store the verdict on the files with this digest, unless nothing could be judged: that says nothing new.

    Raises:
        OSError: the state folder cannot be written to.
    """
    if all(step.status == "unjudged" for step in verdict.steps):
        return
    write_object(_path(lesson), {"schema": SCHEMA, "digest": digest, "verdict": to_dict(verdict)})


def last(lesson: Lesson) -> Verdict | None:
    """The last verdict, or None where there is none that can be read."""
    return recall(lesson)[0]


def recall(lesson: Lesson) -> tuple[Verdict | None, str | None]:
    """The last verdict and the digest of the files it was about."""
    data = read_object(_path(lesson))
    if data.get("schema") != SCHEMA:
        return None, None
    try:
        verdict = from_dict(data["verdict"])
    except (KeyError, TypeError, ValueError, AttributeError):
        return None, None
    if not all(map(_makes_sense, verdict.steps)):
        return None, None
    digest = data.get("digest")
    return verdict, digest if isinstance(digest, str) else None


def digest_now(lesson: Lesson) -> str | None:
    """A digest of the learner's files as they are; None where they cannot be read as a submission."""
    from shared.submission import Refused, read

    try:
        return read(lesson.folder, lesson).digest
    except Refused:
        return None


def _makes_sense(step: StepResult) -> bool:
    return isinstance(step.task, int) and step.status in _STATUSES


def _path(lesson: Lesson) -> Path:
    return state_folder(lesson) / "verdicts" / f"{lesson.slug}.json"
