"""How far one lesson is, and where to go on in it."""

from __future__ import annotations

from dataclasses import dataclass

from shared.lessons import Lesson, Task
from shared.progress.verdicts import digest_now, recall
from shared.verdict import Verdict


@dataclass(frozen=True)
class Standing:
    """A lesson with its last verdict. `changed`: the learner's files are no longer those that were judged."""

    lesson: Lesson
    verdict: Verdict | None = None
    changed: bool = False

    @property
    def passed(self) -> int:
        """Tasks that passed."""
        return self.verdict.earned if self.verdict else 0

    @property
    def total(self) -> int:
        """Tasks that could have passed; all of the lesson's before the first check."""
        return self.verdict.possible if self.verdict else len(self.lesson.tasks)

    @property
    def finished(self) -> bool:
        """Whether every task of the lesson as it is now passed."""
        return self.verdict is not None and self.verdict.outcome == "pass" and self.next_task is None

    @property
    def next_task(self) -> Task | None:
        """The first task that has not passed; None after the last one. Tasks that do not count here are left out."""
        steps = self.verdict.steps if self.verdict else ()
        done = {step.task for step in steps if step.status == "pass" or not step.counted}
        return next((task for task in self.lesson.tasks if task.number not in done), None)


def standing(lesson: Lesson) -> Standing:
    """How far the lesson is, from what is remembered and the files as they are."""
    verdict, digest = recall(lesson)
    return Standing(lesson, verdict, changed=verdict is not None and digest_now(lesson) != digest)
