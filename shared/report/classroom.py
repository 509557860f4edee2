"""What the reports of a whole class are made from: plain data, read in passes, so that ten thousand submissions fit.

The reports (`csv_sheets`, `class_page`, `student_page`, `junit.write`, `gradescope`) keep numbers and file names of the
class in memory, and the verdicts of one student at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from shared.verdict import Verdict


@dataclass(frozen=True)
class Entry:
    """One student and one lesson.

    `verdict` is None where there is none: `trouble` then says why (a broken zip, say), in Korean, and is None too where
    nothing was handed in. Both may be set: a verdict with a note about the file. `title` is the lesson's heading, such
    as `04. 라우팅과 URL 변수`; `judged_at` is a moment in ISO 8601, or "".
    """

    student_id: str
    name: str
    lesson: str
    title: str
    verdict: Verdict | None = None
    trouble: str | None = None
    seed: int | None = None
    judged_at: str = ""

    @property
    def student(self) -> tuple[str, str]:
        """Who it is: id and name. Two with one name differ in the id."""
        return self.student_id, self.name


@dataclass(frozen=True)
class ClassReport:
    """A class.

    `entries` gives all entries from the beginning each time it is called, which is several times: those of one student
    together, and the lessons of each in the same order. A lesson for which a student has no entry was
    not handed in; one who has handed in nothing at all needs an entry without a verdict to be seen.
    """

    title: str
    entries: Callable[[], Iterable[Entry]]
    made_at: str = ""
