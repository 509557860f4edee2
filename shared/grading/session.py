"""Grading a class: from its folder to the gradebook. What is done is kept, whatever ends it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from shared.grading.comparison import Difference, difference
from shared.grading.gradebook import Gradebook, Row
from shared.grading.intake import Intake, take_in
from shared.grading.judging import Job, Judged, get_ready, judge
from shared.grading.lock import Lock
from shared.grading.mapping import Said
from shared.grading.pieces import Doubt, Piece, read_piece
from shared.grading.pool import Broken, Pool, local_executor
from shared.grading.tree import Archives
from shared.grading.version import version_of
from shared.lessons import Lesson
from shared.messages import grading as words
from shared.submission import Refused
from shared.worker.limits import Limits


@dataclass(frozen=True)
class Order:
    """What is to be graded. `lessons`: only these, all where empty; `only`: only students with these ids or names."""

    folder: Path
    out: Path
    root: Path
    every_lesson: Sequence[Lesson]
    lessons: Sequence[str] = ()
    only: Sequence[str] = ()
    jobs: int = 1
    again: bool = False
    said: Mapping[str, Said] = field(default_factory=dict)
    limits: Limits = Limits()

    def wants(self, piece: Piece | Doubt) -> bool:
        """Whether it was asked for."""
        if self.lessons and piece.lesson and piece.lesson not in self.lessons:
            return False
        who = f"{piece.student_id} {piece.name}".casefold()
        return not self.only or any(one.casefold() in who for one in self.only)


class Listener(Protocol):
    """Who shows how it goes on."""

    def found(self, pieces: int, doubts: Sequence[Doubt]) -> None:
        """The folder has been looked through."""

    def walls(self, name: str | None) -> None:
        """What keeps submissions apart, or None; said before the first of them runs."""

    def done(self, piece: Piece, *, judged: bool) -> None:
        """One more has its verdict; `judged` is False where it had it before."""

    def trouble(self, piece: Piece, reason: str) -> None:
        """One could not be judged."""

    def differs(self, piece: Piece, difference: Difference) -> None:
        """One got another verdict than before."""


@dataclass
class Summary:
    """How it went, in numbers."""

    judged: int = 0
    unchanged: int = 0
    troubles: int = 0
    differences: int = 0
    doubts: int = 0

    @property
    def complete(self) -> bool:
        """Whether everything has a verdict."""
        return not self.troubles and not self.doubts


def grade(order: Order, listener: Listener, make: Callable[[], Executor] | None = None) -> tuple[Summary, Intake]:
    """Grade a class. `make` makes the executor, else this computer's cores are used.

    Raises:
        GradebookError: the gradebook cannot be used, or another process grades into it.
        Refused: the folder cannot be read.
    """
    order.out.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        stack.enter_context(Lock(order.out))
        archives = stack.enter_context(Archives())
        default = order.lessons[0] if len(order.lessons) == 1 else None
        intake = take_in(order.folder, order.every_lesson, archives, default=default, said=order.said)
        pieces = sorted(filter(order.wants, intake.pieces), key=lambda piece: piece.lesson)
        doubts = [doubt for doubt in intake.doubts if order.wants(doubt)]
        listener.found(len(pieces), doubts)
        if not pieces:
            return Summary(doubts=len(doubts)), Intake(pieces, doubts)
        pool: Pool[Job, Judged] = Pool(make or partial(local_executor, order.jobs), judge, order.jobs)
        stack.callback(pool.close)
        like_the_first = Job(os.fspath(order.root), pieces[0].lesson, {}, 0, limits=order.limits)
        ready = [pool.executor.submit(get_ready, like_the_first) for _ in range(order.jobs)]
        gradebook = stack.enter_context(Gradebook(order.out))
        listener.walls(ready[0].result())
        run = _Run(order, listener, gradebook, archives, Summary(doubts=len(doubts)))
        for key, result in pool.results(run.jobs(pieces)):
            run.take(key, result)
    return run.summary, Intake(pieces, doubts)


@dataclass(frozen=True)
class _Given:
    """What is known of a job that was given out."""

    piece: Piece
    submission: int
    before: Row | None


class _Run:
    def __init__(
        self, order: Order, listener: Listener, gradebook: Gradebook, archives: Archives, summary: Summary
    ) -> None:
        self.summary = summary
        self._order = order
        self._listener = listener
        self._gradebook = gradebook
        self._archives = archives
        self._lessons = {lesson.slug: lesson for lesson in order.every_lesson}
        self._versions: dict[str, str] = {}

    def jobs(self, pieces: Sequence[Piece]) -> Iterator[tuple[_Given, Job]]:
        """Read one piece after the other, as they are asked for, and skip those that have their verdict."""
        for piece in pieces:
            lesson = self._lessons[piece.lesson]
            try:
                submission = read_piece(piece, lesson, self._archives)
            except Refused as refused:
                self._gradebook.refuse((piece.student_id, piece.name), piece.lesson, refused.message, piece.path)
                self._trouble(piece, refused.message)
                continue
            number = self._gradebook.take(
                (piece.student_id, piece.name),
                piece.lesson,
                submission.digest,
                submission.files,
                submission.notes,
                piece.path,
            )
            before = self._gradebook.newest(number)
            if not self._order.again and before and self._stands(before):
                self.summary.unchanged += 1
                self._listener.done(piece, judged=False)
                continue
            seed = self._gradebook.seed(piece.lesson, submission.digest)
            yield (
                _Given(piece, number, before),
                Job(
                    os.fspath(self._order.root),
                    piece.lesson,
                    submission.files,
                    seed,
                    submission.notes,
                    self._order.limits,
                ),
            )

    def take(self, key: object, result: Judged | Exception) -> None:
        """Write down what came of a job."""
        assert isinstance(key, _Given)
        if not isinstance(result, Judged):
            reason = words.DIED if isinstance(result, Broken) else words.failed(result)
            self._trouble(key.piece, reason)
            return
        self._gradebook.judged(key.submission, self._version(key.piece.lesson), result)
        self.summary.judged += 1
        if result.trouble is not None:
            self._trouble(key.piece, result.trouble)
        self._listener.done(key.piece, judged=True)
        changed = difference(key.before, result) if key.before else None
        if changed:
            self.summary.differences += 1
            self._listener.differs(key.piece, changed)

    def _stands(self, before: Row) -> bool:
        return before.outcome != "unjudged" and before.version == self._version(before.lesson)

    def _version(self, lesson: str) -> str:
        if lesson not in self._versions:
            self._versions[lesson] = version_of(self._lessons[lesson])
        return self._versions[lesson]

    def _trouble(self, piece: Piece, reason: str) -> None:
        self.summary.troubles += 1
        self._listener.trouble(piece, reason)
