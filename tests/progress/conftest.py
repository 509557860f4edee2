"""A tiny lesson, and verdicts on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.lessons import Lesson, find
from shared.progress import notices
from shared.verdict import Status, StepResult, Verdict
from tests import tiny_project


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    return find("1", tiny_project.make(tmp_path))


@pytest.fixture
def said() -> Iterator[list[str]]:
    """What was said about the memory, however often it was said before."""
    sentences: list[str] = []
    notices.forget()
    notices.send_to(sentences.append)
    yield sentences
    notices.send_to(None)


def memory_of(lesson: Lesson) -> Path:
    return lesson.folder.parents[1] / ".workbook" / "progress.sqlite3"


def verdict(*statuses: Status) -> Verdict:
    steps = tuple(StepResult(task, f"과제 {task}", status) for task, status in enumerate(statuses, 1))
    return Verdict(tiny_project.SLUG, seed=1, steps=steps)


PASSED = verdict("pass", "pass", "pass")
FAILED = verdict("fail", "pass", "pass")
