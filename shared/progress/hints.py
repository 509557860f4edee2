"""How many rungs of help were shown for each task: `.workbook/hints.json`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from shared.lessons import Lesson
from shared.progress.storage import read_object, state_folder, write_object


def next_rung(lesson: Lesson, task: int, rungs: int) -> tuple[int, bool]:
    """The rung to show now, from 1, and whether all were shown before so that they begin again.

    Args:
        rungs: how many the task has.
    """
    shown = _counts(read_object(_path(lesson)), lesson).get(str(task), 0)
    if not isinstance(shown, int) or not 0 <= shown <= rungs:  # a damaged file, or the lesson has fewer rungs now
        shown = 0
    return (1, True) if shown == rungs else (shown + 1, False)


def note_rung(lesson: Lesson, task: int, rung: int) -> None:
    """Note that this rung was shown.

    Raises:
        OSError: the state folder cannot be written to.
    """
    data = read_object(_path(lesson))
    data[lesson.slug] = {**_counts(data, lesson), str(task): rung}
    write_object(_path(lesson), data)


def _counts(data: dict[str, Any], lesson: Lesson) -> dict[str, Any]:
    counts = data.get(lesson.slug)
    return counts if isinstance(counts, dict) else {}


def _path(lesson: Lesson) -> Path:
    return state_folder(lesson) / "hints.json"
