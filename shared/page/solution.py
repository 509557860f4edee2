"""The learner's files beside those of the solution."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from shared import progress
from shared.lessons import Lesson
from shared.lessons.leftovers import files_below
from shared.lessons.lesson import is_learners
from shared.messages import page as words
from shared.report.line_table import line_table
from shared.report.markup import block


@dataclass(frozen=True)
class FilePair:
    """A file of the solution beside the learner's. `table`: both, line by line; None where they are the same."""

    name: str
    table: Markup | None
    solution: Markup


def changed_files(lesson: Lesson) -> list[FilePair]:
    """Every file of the solution; those that only keep a folder in Git say nothing."""
    mine = progress.present(lesson)
    found = []
    for name in files_below(lesson.solution):
        if not is_learners(name) or name.rpartition("/")[2].startswith("."):
            continue
        text = _text((lesson.solution / name).read_bytes())
        own = _text(mine.get(name, b""))
        table = None if own == text else line_table(own, text, (words.MINE, words.SOLUTION))
        found.append(FilePair(name, table, block(text)))
    return found


def _text(content: bytes) -> str:
    """As an editor shows it: with which line ends a system wrote it makes no difference."""
    return content.decode("utf-8", "replace").replace("\r\n", "\n")
