"""What the loop says to each happening."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from shared import progress
from shared.cli.state import State
from shared.cli.state import Trouble as Refusal
from shared.cli.watch.view import View
from shared.cli.writer import BOLD, Writer
from shared.lessons import Lesson, LessonError, all_lessons, find
from shared.messages import cli as cli_words
from shared.messages import progress as progress_words
from shared.messages import watching as words
from shared.progress import Standing
from shared.report import terminal
from shared.report.layout import cells
from shared.watching import Judged, SoFar, Study, Trouble


class Answers:
    """Knows which lesson is worked on: the one judged last or chosen by a key."""

    def __init__(self, state: State, study: Study, view: View) -> None:
        self._state = state
        self._study = study
        self._view = view
        self._lesson: Lesson | None = None
        self._keys: dict[str, Callable[[], object]] = {
            "h": self._hint,
            "n": self._next,
            "l": self._list,
            "r": self._run,
            "z": self._undo,
            "y": self._redo,
        }

    def welcome(self, address: str | None) -> None:
        """The first block: how far everything is, and what to do. A lesson with unjudged changes is judged."""
        from shared.cli.verbs.list import show_next

        standings = self._study.standings()
        writer = self._view.begin(words.TITLE)
        if not standings:
            writer.prose(cli_words.NO_LESSONS)
            return
        writer.prose(cli_words.overview(sum(one.finished for one in standings), len(standings)), style=BOLD)
        unfinished = next((one for one in standings if not one.finished), None)
        self._lesson = (unfinished or standings[-1]).lesson
        show_next(writer, unfinished, commands=False)
        if address is not None:
            label = f"  {words.PAGE}: "
            if cells(label + address) <= writer.screen.width:
                writer.line(label + address)
            else:  # on a line of its own, so that it can be clicked or copied whole
                writer.line(label.rstrip())
                writer.line(address)
        writer.gap()
        writer.prose(words.SAVE)
        if unfinished is not None and unfinished.changed:
            self._study.judge(unfinished.lesson.slug)

    def verdict(self, judged: Judged) -> None:
        """The report of a lesson, the first task to mend whole, and what has changed."""
        try:
            self._lesson = lesson = find(judged.slug, self._state.root)
        except LessonError:  # its folder was taken away meanwhile
            return
        following = self._after(lesson) if judged.verdict.outcome == "pass" else None
        writer = self._report(judged, lesson, following)
        self._view.changes(judged.changes)
        if judged.verdict.outcome == "pass":
            writer.prose(words.passed(progress_words.command("diff", lesson.number, "--solution")))

    def so_far(self, known: SoFar) -> None:
        """The report as far as it is known, for whoever mends something that needs no browser."""
        with contextlib.suppress(LessonError):
            self._report(known, find(known.slug, self._state.root))

    def _report(self, judged: Judged | SoFar, lesson: Lesson, following: Standing | None = None) -> Writer:
        writer = self._view.begin(words.ASKED if judged.asked else words.SAVED)
        self._view.write(
            terminal.render(
                judged.verdict,
                lesson_title=f"{lesson.number}. {lesson.title}",
                width=writer.screen.width,
                colour=writer.screen.colour,
                details_folder=self._state.root / ".workbook" / "details",
                next_lesson=f"{following.lesson.number} {following.lesson.title}" if following else None,
                brief=True,
            )
        )
        return writer

    def trouble(self, trouble: Trouble) -> None:
        """Something that is not the learner's fault."""
        self._view.begin(words.TROUBLE).prose(trouble.sentence)

    def key(self, name: str) -> bool:
        """Do what a key is for; tells whether it is for anything."""
        if name not in self._keys:
            return False
        try:
            self._keys[name]()
        except (Refusal, LessonError) as refused:
            self._view.writer.prose(refused.message)
        return True

    def _hint(self) -> None:
        from shared.cli.verbs.hint import show

        lesson = self._here()
        writer = self._view.begin(words.HINT)
        task = progress.standing(lesson).next_task
        if task is None:
            writer.prose(words.NOTHING_TO_HINT)
        else:
            show(writer, lesson, task.number, more=words.MORE_HINTS, last=words.LAST_HINT)

    def _next(self) -> None:
        from shared.cli.verbs.list import show_next

        lesson = self._here()
        following = self._after(lesson)
        writer = self._view.begin(words.NEXT)
        if following is not None:
            self._lesson = following.lesson
        elif not progress.standing(lesson).finished:
            writer.prose(words.ONLY_THIS)
            following = progress.standing(lesson)
        show_next(writer, following, commands=False)

    def _list(self) -> None:
        from shared.cli.verbs.list import show_table

        show_table(self._view.begin(words.LIST), self._study.standings())

    def _run(self) -> None:
        self._study.judge(self._here().slug)

    def _undo(self) -> None:
        from shared.cli.going import go

        lesson = self._here()
        writer = self._view.begin(words.UNDO)
        go(writer, lambda: progress.undo(lesson), lambda went: progress_words.undone(went.number))
        writer.prose(words.REDO)

    def _redo(self) -> None:
        from shared.cli.going import go

        lesson = self._here()
        writer = self._view.begin(words.UNDO)
        go(writer, lambda: progress.undo(lesson, redo=True), lambda went: progress_words.undone(went.number))

    def _here(self) -> Lesson:
        if self._lesson is None:
            raise Refusal(cli_words.NO_LESSONS)
        return find(self._lesson.slug, self._state.root)

    def _after(self, lesson: Lesson) -> Standing | None:
        """The next lesson that is not finished, from the beginning again after the last one."""
        lessons = all_lessons(self._state.root)
        later = [one for one in lessons if one.number > lesson.number]
        earlier = [one for one in lessons if one.number < lesson.number]
        # One after the other, as far as needed: somebody waits for a verdict.
        return next((one for one in map(progress.standing, [*later, *earlier]) if not one.finished), None)
