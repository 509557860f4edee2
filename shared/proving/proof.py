"""The proof of one lesson's check: what it says to right answers, to wrong ones, and to mutants.

In: a lesson with its solution and shelf. Out: `Proof`, from judgements in as many workers as there are cores.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TypeVar

from shared.checking.session import judge_submission, load_check
from shared.lessons import Lesson
from shared.proving.equivalent import Mark, marks, stale
from shared.proving.mutants import Mutant, finished, mutants_of
from shared.proving.shelf import Answer, of_lesson
from shared.submission import Submission, read
from shared.verdict import Verdict
from shared.worker.worker import Worker

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class Proof:
    """What was found out.

    `survivors` are mutants in which no task failed; `explained` those among all that a mark accounts for.
    """

    lesson: Lesson
    rejected: tuple[Answer, ...]
    right: int
    accepted: tuple[Answer, ...]
    wrong: int
    mutants: int
    survivors: tuple[Mutant, ...]
    explained: int
    stale: tuple[Mark, ...]

    @property
    def killed(self) -> int:
        """Mutants that failed a task."""
        return self.mutants - len(self.survivors) - self.explained

    @property
    def share(self) -> float:
        """Killed among those that are not explained; 1 where there are none."""
        counted = self.mutants - self.explained
        return self.killed / counted if counted else 1.0

    @property
    def holds(self) -> bool:
        """Whether the check says what it must."""
        return not (self.rejected or self.accepted or self.stale) and self.share >= ENOUGH


ENOUGH = 0.95


class Prover:
    """Judges many submissions at once, each in a warm worker of its own."""

    def __init__(self, jobs: int | None = None) -> None:
        self._jobs = jobs or os.cpu_count() or 1
        self._workers: SimpleQueue[Worker] = SimpleQueue()
        self._open = ExitStack()
        for _ in range(self._jobs):
            self._workers.put(self._open.enter_context(Worker(walled=True)))
        self._pool = self._open.enter_context(ThreadPoolExecutor(self._jobs))

    def __enter__(self) -> Prover:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def prove(self, lesson: Lesson, *, sample: int = 0, tell: Callable[[int, int], None] = lambda *_: None) -> Proof:
        """Judge everything of a lesson. `sample`: every so-manieth mutant alone. `tell` hears how many are done."""
        answers = of_lesson(lesson)
        files = finished(lesson)
        found = list(mutants_of(files))
        known = marks(lesson)
        chosen = [mutant for mutant in found if not any(mark.fits(mutant) for mark in known)]
        explained = len(found) - len(chosen)
        chosen = chosen[:: sample or 1]
        total = len(answers) + len(chosen)
        shelved = [read(answer.folder, lesson) for answer in answers]
        verdicts = list(self._all(lesson, shelved, False, tell, 0, total))
        mutated = [_submission(lesson, files, mutant) for mutant in chosen]
        passing = self._all(lesson, mutated, True, tell, len(answers), total)
        # Only a task that failed kills: what could not be judged proves nothing.
        survivors = [mutant for mutant, verdict in zip(chosen, passing, strict=True) if verdict.outcome != "fail"]
        judged = list(zip(answers, verdicts, strict=True))
        return Proof(
            lesson,
            rejected=tuple(answer for answer, verdict in judged if not answer.fails and verdict.outcome != "pass"),
            right=sum(not answer.fails for answer in answers),
            accepted=tuple(answer for answer, verdict in judged if answer.fails and not gets_its_due(answer, verdict)),
            wrong=sum(bool(answer.fails) for answer in answers),
            mutants=explained + len(chosen),
            survivors=tuple(survivors),
            explained=explained,
            stale=tuple(stale(known, found)),
        )

    def _all(
        self,
        lesson: Lesson,
        submissions: Sequence[Submission],
        first: bool,
        tell: Callable[[int, int], None],
        done: int,
        total: int,
    ) -> Iterator[Verdict]:
        check = load_check(lesson)

        def judged(submission: Submission) -> Verdict:
            worker = self._workers.get()
            try:
                return judge_submission(check, submission, worker=worker, until_first_failure=first)
            finally:
                self._workers.put(worker)

        for verdict in self._pool.map(judged, submissions):
            done += 1
            tell(done, total)
            yield verdict


def gets_its_due(answer: Answer, verdict: Verdict) -> bool:
    """Whether just the tasks fail that must, each by the mistake that must be recognised."""
    failed = {step.task: step.mistake for step in verdict.steps if step.status == "fail"}
    skipped = tuple(step.task for step in verdict.steps if step.status == "skipped" and step.counted)
    return (failed, skipped) == (answer.fails, answer.skips) and verdict.outcome == "fail"


def _submission(lesson: Lesson, files: dict[str, str], mutant: Mutant) -> Submission:
    changed = {**files, mutant.file: mutant.text}
    return Submission(lesson.slug, lesson.solution, {name: text.encode("utf-8") for name, text in changed.items()})
