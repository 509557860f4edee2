"""Mutants that change nothing a check may look at, each with a reason: `tests/answers/NN_slug/equivalent.json`.

A list of `{"file", "before", "after", "why"}`, reviewed like code. A mark is told by the changed lines, and by `above`
(the line over them) where the same lines stand in several places. So it outlives changes elsewhere in the file; one
that fits no mutant any more is stale, and said to be. In place of the lines, `below` names a line under which nothing
is looked at at all, such as the guard of a file that is loaded and not run.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from shared.lessons import Lesson
from shared.proving.mutants import Mutant
from shared.proving.shelf import shelf

NAME = "equivalent.json"


@dataclass(frozen=True)
class Mark:
    """One of them."""

    file: str
    before: str = ""
    after: str = ""
    why: str = ""
    above: str | None = None
    below: str | None = None

    def fits(self, mutant: Mutant) -> bool:
        """Whether this mutant is meant."""
        if self.below is not None:
            unchanged = mutant.text.splitlines()[: mutant.line - 1]
            return self.file == mutant.file and self.below in map(str.strip, unchanged)
        same = (self.file, self.before, self.after) == (mutant.file, mutant.before, mutant.after)
        return same and self.above in (None, mutant.above)


def marks(lesson: Lesson) -> list[Mark]:
    """The marks of a lesson.

    Raises:
        ValueError: one has no reason.
    """
    path = shelf(lesson) / NAME
    found = [Mark(**mark) for mark in json.loads(path.read_text(encoding="utf-8"))] if path.is_file() else []
    if any(not mark.why.strip() for mark in found):
        raise ValueError(f"{path}: a mark without a reason")
    return found


def stale(found: Iterable[Mark], mutants: Iterable[Mutant]) -> list[Mark]:
    """Marks that fit no mutant."""
    known = list(mutants)
    return [mark for mark in found if not any(mark.fits(mutant) for mutant in known)]
