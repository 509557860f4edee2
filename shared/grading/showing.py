"""How grading goes on, on a terminal with a bar, elsewhere in lines."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from shared.console import Screen
from shared.grading.comparison import Difference
from shared.grading.pieces import Doubt, Piece
from shared.messages import grading as words
from shared.messages.report import STATUS
from shared.report.layout import wrap

if TYPE_CHECKING:
    from rich.progress import Progress

LINE_SECONDS = 5.0
"""Without a bar, how often a line says how far it is."""


class Shown:
    """Shows what `session.grade` tells."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._bar: Progress | None = None
        self._task = 0
        self._total = self._done = self._judged = 0
        self._began = self._said = 0.0

    def found(self, pieces: int, doubts: Sequence[Doubt]) -> None:
        """The folder has been looked through."""
        self._total = pieces
        self.say(words.found(pieces, len(doubts)) if pieces or doubts else words.NOTHING_FOUND)
        if doubts:
            self.say(f"{words.DOUBTS_HEAD}:")
        for doubt in doubts[: words.MOST_LINES]:
            self.say(words.doubt(doubt.path, doubt.reason), indent=2)
        if len(doubts) > words.MOST_LINES:
            self.say(words.more(len(doubts) - words.MOST_LINES), indent=2)

    def walls(self, name: str | None) -> None:
        """What keeps submissions apart."""
        if not self._total:
            return
        self.say(words.WALLED if name else words.UNWALLED)
        self._began = self._said = time.monotonic()
        if self._screen.terminal and self._screen.colour:
            self._bar = _bar()
            self._bar.start()
            self._task = self._bar.add_task(words.JUDGING, total=self._total, rate="")

    def done(self, piece: Piece, *, judged: bool) -> None:
        """One more."""
        self._done += 1
        self._judged += judged
        now = time.monotonic()
        per_minute = 60 * self._judged / max(now - self._began, 0.001)
        if self._bar is not None:
            self._bar.update(self._task, advance=1, rate=words.rate(per_minute))  # type: ignore[arg-type]
        elif now - self._said >= LINE_SECONDS:
            self._said = now
            left = (self._total - self._done) * (now - self._began) / self._done
            self.say(words.going_on(self._done, self._total, per_minute, f"{int(left) // 60}:{int(left) % 60:02}"))

    def trouble(self, piece: Piece, reason: str) -> None:
        """One line."""
        self.say(words.trouble(words.student(piece.student_id, piece.name), piece.lesson[:2], reason))

    def differs(self, piece: Piece, difference: Difference) -> None:
        """One line."""
        tasks = ", ".join(
            words.task_differs(task, *(STATUS[status] if status else "-" for status in (before, now)))
            for task, before, now in difference.tasks
        )
        who = words.student(piece.student_id, piece.name)
        self.say(words.differs(who, piece.lesson[:2], difference.before, difference.now, tasks))

    def say(self, text: str, indent: int = 0) -> None:
        """A line, above the bar where there is one."""
        lines = [" " * indent + line for line in wrap(text, self._screen.width - indent)]
        if self._bar is not None:
            self._bar.console.print("\n".join(lines), markup=False, highlight=False, soft_wrap=True)
        else:
            sys.stdout.write("\n".join(lines) + "\n")
            sys.stdout.flush()

    def end(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn(words.LEFT),
        TimeRemainingColumn(compact=True),
    )
    return Progress(*columns, console=Console(file=sys.stdout), transient=True, refresh_per_second=5)
