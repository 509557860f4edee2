"""How many rungs of help were shown for each task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.lessons import Lesson
from shared.progress.storage import read, state_folder, write

if TYPE_CHECKING:
    from sqlite3 import Connection


def shown_rungs(lesson: Lesson, task: int) -> int:
    """How many rungs were shown."""
    return rungs_by_task(lesson).get(task, 0)


def rungs_by_task(lesson: Lesson) -> dict[int, int]:
    """How many rungs were shown, by task; those of which none was shown are left out."""

    def ask(connection: Connection) -> dict[int, int]:
        rows = connection.execute("SELECT task, shown FROM rung WHERE lesson = ?", (lesson.slug,))
        return {task: shown for task, shown in rows if isinstance(shown, int)}

    return read(state_folder(lesson), ask, {})


def next_rung(lesson: Lesson, task: int, rungs: int) -> tuple[int, bool]:
    """The rung to show now, from 1, and whether all were shown before so that they begin again.

    Args:
        rungs: how many the task has.
    """
    shown = shown_rungs(lesson, task)
    if not 0 <= shown <= rungs:  # the lesson has fewer rungs now
        shown = 0
    return (1, True) if shown == rungs else (shown + 1, False)


def note_rung(lesson: Lesson, task: int, rung: int) -> None:
    """Note that this rung was shown.

    Raises:
        NotKept: the state folder cannot be written to.
    """

    def do(connection: Connection) -> None:
        connection.execute("INSERT OR REPLACE INTO rung VALUES (?, ?, ?)", (lesson.slug, task, rung))

    write(state_folder(lesson), do)
