"""Mutants: the solution with one small change each, as a slip of the hand would make it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from shared.lessons import Lesson
from shared.lessons.leftovers import files_below
from shared.lessons.lesson import is_learners
from shared.lessons.starters import kept


@dataclass(frozen=True)
class Mutant:
    """One changed file. `before` and `after` are the changed lines, stripped, and `above` is the line over them."""

    file: str
    text: str
    before: str
    after: str
    line: int
    above: str = ""

    def diff(self, original: str) -> str:
        """The change as a unified diff without context."""
        lines = difflib.unified_diff(
            original.splitlines(), self.text.splitlines(), self.file, self.file, lineterm="", n=0
        )
        return "\n".join(lines)


def finished(lesson: Lesson) -> dict[str, str]:
    """The files of the solution that are an answer: those that the starter does not ship finished."""
    given = kept(lesson) or {}
    solved = {
        name: (lesson.solution / name).read_text(encoding="utf-8")
        for name in files_below(lesson.solution)
        if is_learners(name)
    }
    return {name: text for name, text in solved.items() if given.get(name, b"").decode("utf-8") != text}


def mutants_of(files: Mapping[str, str]) -> Iterator[Mutant]:
    """All mutants of an answer, file by file, in the order of the text; no two are the same."""
    from shared.proving import python_changes, text_changes

    for file, text in sorted(files.items()):
        changes = python_changes if file.endswith(".py") else text_changes
        seen = {text}
        for changed in changes.changed(text, PurePosixPath(file).suffix):
            if changed not in seen:
                seen.add(changed)
                yield _mutant(file, text, changed)


def _mutant(file: str, text: str, changed: str) -> Mutant:
    old, new = text.splitlines(), changed.splitlines()
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    tail = 0
    while tail < min(len(old), len(new)) - same and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    before, after = ("\n".join(line.strip() for line in lines[same : len(lines) - tail]) for lines in (old, new))
    return Mutant(file, changed, before, after, same + 1, old[same - 1].strip() if same else "")
