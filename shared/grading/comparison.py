"""What is different in a new verdict on the same files."""

from __future__ import annotations

from dataclasses import dataclass

from shared.grading.gradebook import Row
from shared.grading.judging import Judged, unpacked
from shared.verdict import Status


@dataclass(frozen=True)
class Difference:
    """Points before and now, and the tasks that stand otherwise: number, before (None: no such task), now."""

    before: tuple[int, int]
    now: tuple[int, int]
    tasks: tuple[tuple[int, Status | None, Status | None], ...]


def difference(before: Row, now: Judged) -> Difference | None:
    """The difference, or None where every task stands as it did."""
    old, new = before.verdict, unpacked(now.evidence)
    if old is None:
        return None
    was = {step.task: step.status for step in old.steps}
    stands = {step.task: step.status for step in new.steps}
    tasks = tuple(
        (task, was.get(task), stands.get(task)) for task in sorted(was | stands) if was.get(task) != stands.get(task)
    )
    return Difference((old.earned, old.possible), (new.earned, new.possible), tasks) if tasks else None
