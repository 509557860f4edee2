"""The files of a lesson in which answers are written."""

from __future__ import annotations

from pathlib import Path

from shared.lessons import Lesson
from shared.lessons.leftovers import files_below

ANSWER_SUFFIXES = frozenset({".py", ".sql", ".json"})


def wanted_files(lesson: Lesson) -> tuple[str, ...]:
    """Answer files of which at least one must be handed in: relative posix paths, sorted."""
    files = _finished(lesson)
    given = set(_given(lesson, files))
    return tuple(name for name in files if name not in given)


def given_files(lesson: Lesson) -> tuple[str, ...]:
    """Files of those types that the lesson ships finished (a `server.py`), so that they are no answer."""
    return _given(lesson, _finished(lesson))


def _finished(lesson: Lesson) -> tuple[str, ...]:
    # The solution's names, because a learner may add files to the lesson folder, or lose some.
    return _answers(files_below(lesson.solution)) or _answers(lesson.files)


def _given(lesson: Lesson, files: tuple[str, ...]) -> tuple[str, ...]:
    same = tuple(name for name in files if _same(lesson.folder / name, lesson.solution / name))
    return same if len(same) < len(files) else ()  # all the same: somebody copied the solution into the lesson


def _answers(names: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if Path(name).suffix.casefold() in ANSWER_SUFFIXES)


def _same(starter: Path, finished: Path) -> bool:
    try:
        return starter.stat().st_size == finished.stat().st_size and starter.read_bytes() == finished.read_bytes()
    except OSError:
        return False
