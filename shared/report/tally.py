"""A class in numbers: counted in one pass, and small however large the class is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from shared.messages import report_class as words
from shared.report.classroom import Entry
from shared.verdict import StepResult

Group = Literal["done", "partly", "none", "unjudged", "absent"]
"""Where one submission stands; `unjudged` is also one that could not be read, `absent` one that was not handed in."""

EXAMPLES = 5
MAX_MISTAKES = 5000
"""Different mistakes that are counted; a message may hold a student's own words, and memory is to stay flat."""


@dataclass
class TaskTally:
    """One task: its title, and how many students stand how."""

    title: str
    statuses: Counter[str] = field(default_factory=Counter)

    @property
    def judged(self) -> int:
        """Students for whom the task counts and was judged."""
        return sum(self.statuses[status] for status in ("pass", "fail", "skipped"))


@dataclass
class Mistake:
    """What several did wrong in one task; `who` names the first few."""

    lesson: str
    task: int
    text: str
    id: str | None
    count: int = 0
    who: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class LessonTally:
    """One lesson. `points` counts students by tasks passed."""

    title: str
    tasks: dict[int, TaskTally] = field(default_factory=dict)
    groups: Counter[Group] = field(default_factory=Counter)
    points: Counter[int] = field(default_factory=Counter)


@dataclass
class Tally:
    """A whole class. `tenths` counts students by the share of all their tasks that they passed: 10 is all of them."""

    students: int = 0
    judged: int = 0
    lessons: dict[str, LessonTally] = field(default_factory=dict)
    tenths: Counter[int] = field(default_factory=Counter)
    _mistakes: dict[tuple[str, int, str], Mistake] = field(default_factory=dict)

    @staticmethod
    def of(entries: Iterable[Entry]) -> Tally:
        """Count."""
        tally = Tally()
        for _, group in groupby(entries, key=lambda entry: entry.student):
            tally._student(list(group))
        tally.lessons = dict(sorted(tally.lessons.items()))
        for lesson in tally.lessons.values():
            lesson.groups["absent"] += tally.students - sum(lesson.groups.values())
        return tally

    def mistakes(self, lesson: str | None = None) -> list[Mistake]:
        """The commonest first; of one lesson, or of all."""
        wanted = [mistake for mistake in self._mistakes.values() if lesson in (None, mistake.lesson)]
        return sorted(wanted, key=lambda mistake: (-mistake.count, mistake.lesson, mistake.task))

    def _student(self, entries: list[Entry]) -> None:
        self.students += 1
        earned = possible = 0
        for entry in entries:
            lesson = self.lessons.setdefault(entry.lesson, LessonTally(entry.title))
            lesson.groups[group_of(entry)] += 1
            if entry.verdict is None:
                continue
            self.judged += 1
            lesson.points[entry.verdict.earned] += 1
            earned, possible = earned + entry.verdict.earned, possible + entry.verdict.possible
            for step in entry.verdict.steps:
                task = lesson.tasks.setdefault(step.task, TaskTally(step.title))
                task.statuses[step.status if step.counted else "uncounted"] += 1
                if step.status == "fail":
                    self._mistake(entry, step)
        if possible:
            self.tenths[10 * earned // possible] += 1

    def _mistake(self, entry: Entry, step: StepResult) -> None:
        text = words.what_went_wrong(step)
        key = (entry.lesson, step.task, step.mistake or text)
        if key not in self._mistakes and len(self._mistakes) >= MAX_MISTAKES:
            return
        mistake = self._mistakes.setdefault(key, Mistake(entry.lesson, step.task, text, step.mistake))
        mistake.count += 1
        if len(mistake.who) < EXAMPLES:
            mistake.who.append(entry.student)


def group_of(entry: Entry) -> Group:
    """Where one submission stands."""
    verdict = entry.verdict
    if verdict is None:
        return "absent" if entry.trouble is None else "unjudged"
    if verdict.outcome == "unjudged":
        return "unjudged"
    if verdict.outcome == "pass":
        return "done"
    return "partly" if verdict.earned else "none"
