"""Which files of a lesson are written in a notebook, and with what they begin."""

from __future__ import annotations

from pathlib import Path

from shared.lessons import Lesson
from shared.lessons.leftovers import files_below
from shared.lessons.lesson import is_learners
from shared.lessons.starters import kept


def starters(lesson: Lesson) -> dict[str, str]:
    """The cells for answers: file -> the text it begins with; empty for a file that the learner makes.

    Finished parts of the lesson (a `server.py` that is only run) are no answers. A file that only the solution has
    gets a cell where the lesson's text names it.
    """
    given = kept(lesson) or {name: (lesson.folder / name).read_bytes() for name in lesson.files}
    solved = solution(lesson)
    told = (lesson.folder / "README.md").read_text(encoding="utf-8-sig")
    handed_out = {name: given[name].decode("utf-8") for name in sorted(given)}
    begun = {name: text for name, text in handed_out.items() if text != solved.get(name)}
    made = {name: "" for name in sorted(solved) if name not in given and name in told}
    return {**begun, **made}


def solution(lesson: Lesson) -> dict[str, str]:
    """The finished files that a learner may edit: file -> text."""
    return texts(lesson.solution)


def texts(folder: Path) -> dict[str, str]:
    """The files of an answer in a folder: file -> text."""
    return {name: (folder / name).read_bytes().decode("utf-8") for name in files_below(folder) if is_learners(name)}
