"""A study: one warm worker, the lessons folder under watch, and everybody who wants to know told of each verdict."""

from __future__ import annotations

import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from threading import Condition, Lock, Thread
from typing import Any

from shared import progress
from shared.lessons import ROOT, Lesson, LessonError, all_lessons, find
from shared.messages import watching as words
from shared.progress import Standing, notices
from shared.verdict import Verdict
from shared.watching.events import Change, Event, Judged, Judging, SoFar, Trouble
from shared.watching.saves import Saves
from shared.watching.subscription import Subscription

ECHO_SECONDS = 0.5
"""Some editors touch a file several times to save it once. What comes later is a save of its own, changed or not."""

PATIENCE_SECONDS = 0.3
"""A judgement that runs when the study is closed has so long to end by itself."""


@dataclass(frozen=True)
class _Last:
    slug: str
    files: dict[str, bytes]
    began: float


@dataclass(frozen=True)
class _Asked:
    """A judgement that waits for its turn. `aloud`: somebody asked, as opposed to a file that was saved."""

    aloud: bool
    at: float


class Study:
    """Judges the learner's own lesson folders, each when one of its files is saved or when somebody asks.

    One worker, without walls as for all of the learner's own files, judges one lesson at a time, in a thread of the
    study. All methods may be called from any thread, and none of them waits for a judgement.

        study = Study(root)
        with study.subscribe() as events:      # before the first judge(), so that nothing is missed
            study.judge("04_routing")
            for event in events:               # Judging, SoFar, Judged, Trouble
                ...
        study.close()
    """

    def __init__(self, root: Path = ROOT, *, polling: bool | None = None) -> None:
        """Start the worker and the watch. `polling`: look at the files again and again instead of waiting for events
        of the file system; None lets the study find out what works here."""
        from shared.worker.worker import Worker

        self.root = root
        self._worker = Worker(walled=False)
        self._listeners: list[Subscription] = []
        self._listening = Lock()
        self._last: _Last | None = None
        self._verdicts: dict[str, Verdict] = {}
        self._waiting: dict[str, _Asked] = {}
        self._turn = Condition()
        self._closed = False
        notices.send_to(lambda sentence: self._tell(Trouble(sentence)))
        self._judge_thread = Thread(target=self._work, name="judge", daemon=True)
        self._judge_thread.start()
        self._saves = Saves(root / "lessons", self._saved, self._tell, polling=polling)

    def judge(self, slug: str) -> None:
        """Ask for a judgement of a lesson as its files are now; `Judging`, then `Judged` or `Trouble`, will tell.

        What was asked for several times before its turn comes is judged once.
        """
        self._ask(slug, asked=True)

    def verdict(self, slug: str) -> Verdict | None:
        """The lesson's last verdict, from this study or an earlier run; None before the first."""
        lesson = self._lesson(slug)
        return self._before(lesson) if lesson is not None else None

    def standings(self) -> list[Standing]:
        """How far every lesson is, in their order, read anew."""
        return [progress.standing(lesson) for lesson in all_lessons(self.root)]

    def subscribe(self, into: SimpleQueue[Any] | None = None) -> Subscription:
        """Hear of everything from now on. `into`: a queue of one's own in which the events are to arrive."""
        subscription = Subscription(self._forget, into)
        with self._listening:
            self._listeners.append(subscription)
        return subscription

    def close(self) -> None:
        """End the watch, the judgement that runs, the worker, and every subscription. A second call does nothing."""
        with self._turn:
            if self._closed:
                return
            self._closed = True
            self._turn.notify_all()
        self._saves.close()
        self._judge_thread.join(PATIENCE_SECONDS)
        if self._judge_thread.is_alive():  # a submission that hangs
            self._worker.interrupt()
            self._judge_thread.join()
        self._worker.close()
        notices.send_to(None)
        with self._listening:
            listeners, self._listeners = self._listeners, []
        for listener in listeners:
            listener.put(None)

    def __enter__(self) -> Study:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _saved(self, slug: str) -> None:
        self._ask(slug, asked=False)

    def _ask(self, slug: str, asked: bool) -> None:
        with self._turn:
            before = self._waiting.get(slug)
            self._waiting[slug] = _Asked(asked or (before is not None and before.aloud), time.monotonic())
            self._turn.notify()

    def _work(self) -> None:
        import shared.checking.session  # noqa: F401  # now, while nobody waits for a verdict yet

        while True:
            with self._turn:
                self._turn.wait_for(lambda: self._closed or self._waiting)
                if self._closed:
                    return
                slug = next(iter(self._waiting))
                asked = self._waiting.pop(slug)
            try:
                if asked.aloud or not self._is_echo(slug, asked.at):
                    self._judge(slug, asked.aloud)
            except Exception:  # ours; the next judgement may go well
                self._tell(Trouble(words.judgement_broke(traceback.format_exc()), slug))

    def _judge(self, slug: str, asked: bool) -> None:
        from shared.checking.session import judge_path, load_check

        lesson = self._lesson(slug)
        if lesson is None or not lesson.check.is_file():
            return
        files = progress.present(lesson)
        self._last = _Last(slug, files, time.monotonic())
        self._tell(Judging(slug))
        before = self._before(lesson)
        verdict = judge_path(
            load_check(lesson),
            lesson.folder,
            worker=self._worker,
            walls_wanted=False,
            so_far=lambda known: self._tell(SoFar(slug, known, asked)),
        )
        if self._closed:  # it may have been cut short
            return
        self._verdicts[slug] = verdict
        first_passes: tuple[int, ...] = ()
        try:
            first_passes = progress.remember(lesson, verdict, files)
        except progress.NotKept as trouble:
            notices.tell(trouble.message)
        self._tell(Judged(slug, verdict, changes(before, verdict), first_passes, asked))

    def _before(self, lesson: Lesson) -> Verdict | None:
        # Another process may have judged it since; our own memory is for a folder in which nothing can be stored.
        return progress.last(lesson) or self._verdicts.get(lesson.slug)

    def _is_echo(self, slug: str, at: float) -> bool:
        """Whether this is only another event of the save that is judged already."""
        last = self._last
        return (
            last is not None
            and last.slug == slug
            and at - last.began < ECHO_SECONDS
            and (lesson := self._lesson(slug)) is not None
            and progress.present(lesson) == last.files
        )

    def _lesson(self, slug: str) -> Lesson | None:
        try:
            return find(slug, self.root)
        except LessonError:
            return None

    def _tell(self, event: Event) -> None:
        with self._listening:
            for listener in self._listeners:
                listener.put(event)

    def _forget(self, subscription: Subscription) -> None:
        with self._listening:
            if subscription in self._listeners:
                self._listeners.remove(subscription)


def changes(before: Verdict | None, after: Verdict) -> tuple[Change, ...]:
    """The tasks whose status is another one than before, in the order of the steps."""
    old = {step.task: step.status for step in before.steps} if before is not None else {}
    return tuple(
        Change(step.task, old.get(step.task), step.status) for step in after.steps if old.get(step.task) != step.status
    )
