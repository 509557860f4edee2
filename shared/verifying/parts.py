"""Whether a lesson has all its parts, under the same names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from shared.lessons import Lesson
from shared.lessons.leftovers import files_below
from shared.lessons.lesson import LOCAL_COPIES
from shared.messages import verifying as words
from shared.verifying.finding import Finding
from shared.verifying.text import Text

SHELF = {"right": 4, "wrong": 8}
"""How many answers of each kind a check is tried on at least."""

_TODO = re.compile(r"TODO 과제 \d+")


def verify_parts(lesson: Lesson, readme: Text, root: Path) -> Iterator[Finding]:
    """Missing files and folders, names that differ, a shelf with too few answers."""
    for file in (lesson.folder / "hints.md", lesson.check):
        if not file.is_file():
            yield Finding(file, 1, words.MISSING_FILE)
    if any((root / "notebooks").glob("*.ipynb")) and not lesson.notebook.is_file():
        yield Finding(lesson.notebook, 1, words.MISSING_NOTEBOOK)
    if not lesson.files:
        yield Finding(lesson.folder, 1, words.NO_STARTER)
    if lesson.solution.is_dir():
        yield from _names(lesson, readme)
    else:
        yield Finding(lesson.solution, 1, words.MISSING_FOLDER)
    yield from _shelf(root / "tests" / "answers" / lesson.slug)


def _names(lesson: Lesson, readme: Text) -> Iterator[Finding]:
    solved = [name for name in files_below(lesson.solution) if name.rpartition("/")[2] not in LOCAL_COPIES]
    for name in lesson.files:
        if name not in solved:
            yield Finding(lesson.folder / name, 1, words.NOT_IN_SOLUTION)
    asked = "\n".join(readme.section(heading) for heading in readme.headings if heading.text == "과제")
    for name in solved:
        if name not in lesson.files and name.rpartition("/")[2] not in asked:
            yield Finding(lesson.solution / name, 1, words.NOT_IN_STARTER)
        for line in lines_with(lesson.solution / name, _TODO):
            yield Finding(lesson.solution / name, line, words.TODO_IN_SOLUTION)


def _shelf(folder: Path) -> Iterator[Finding]:
    for kind, wanted in SHELF.items():
        answers = [answer for answer in (folder / kind).glob("*") if answer.is_dir()]
        if len(answers) < wanted:
            yield Finding(folder / kind, 1, words.too_few_answers(kind, len(answers), wanted))
        if kind == "wrong":
            for answer in answers:
                if not (answer / "answer.json").is_file():
                    yield Finding(answer, 1, words.NO_ANSWER_JSON)


def lines_with(path: Path, pattern: re.Pattern[str]) -> Iterator[int]:
    """Numbers of the lines in which the pattern occurs; none where the file is no text."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return
    for number, line in enumerate(text.splitlines(), 1):
        if pattern.search(line):
            yield number
