"""Back to the starter, to the state before, or to any moment; what is there is kept first, always."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.lessons import Lesson
from shared.lessons.starters import kept
from shared.messages import progress as words
from shared.progress import states
from shared.progress.files import Moved, bring_to, present, with_line_ends_of
from shared.progress.history import go_to, note, place
from shared.progress.storage import read, state_folder, write

if TYPE_CHECKING:
    from sqlite3 import Connection


class NoWay(Exception):
    """There is no such state to go to. `message` is a Korean sentence."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Went:
    """Where the files are now: the number of the moment in the history, and what was done to get there."""

    number: int
    moved: Moved


def reset(lesson: Lesson) -> Went:
    """The files as they were handed out. `undo` takes it back.

    Raises:
        NoWay: nobody has written down what was handed out.
        NotKept: the files as they are cannot be stored, so nothing was changed.
        OSError: a file cannot be written.
    """
    starter = kept(lesson)
    if starter is None:
        raise NoWay(words.no_starter(lesson.slug))
    now = present(lesson)
    files = {name: with_line_ends_of(content, now.get(name, b"")) for name, content in starter.items()}

    def target(connection: Connection) -> int:
        return note(connection, lesson, files, "reset")

    if now == files:
        raise NoWay(words.IS_STARTER)
    return _go(lesson, now, target)


def undo(lesson: Lesson, *, to: int | None = None, redo: bool = False) -> Went:
    """The state that this one came from; with `redo` the newest that came from this one; or a moment by its number
    in the history. Each call goes one step further, and no step loses anything.

    Raises:
        NoWay: there is no such moment.
        NotKept: the files as they are cannot be stored, so nothing was changed.
        OSError: a file cannot be written.
    """

    def target(connection: Connection) -> int:
        here = place(connection, lesson.slug)
        if to is not None:
            moments = _moments(connection, lesson)
            found = moments[to - 1] if 0 < to <= len(moments) else None
            refusal = words.no_such_moment(to, len(moments))
        elif redo:
            query = "SELECT max(id) FROM moment WHERE lesson = ? AND before = ?"
            found = connection.execute(query, (lesson.slug, here)).fetchone()[0]
            refusal = words.NOTHING_AFTER
        else:
            found = connection.execute("SELECT before FROM moment WHERE id = ?", (here,)).fetchone()[0]
            refusal = words.NOTHING_BEFORE
        if found is None:
            raise NoWay(refusal)
        return int(found)

    return _go(lesson, present(lesson), target)


def state_at(lesson: Lesson, number: int) -> dict[str, bytes] | None:
    """The files at a moment of the history; None where there is no such moment."""

    def ask(connection: Connection) -> dict[str, bytes] | None:
        moments = _moments(connection, lesson)
        return _files(connection, moments[number - 1]) if 0 < number <= len(moments) else None

    return read(state_folder(lesson), ask, None)


def _go(lesson: Lesson, now: dict[str, bytes], target: Callable[[Connection], int]) -> Went:
    def leave(connection: Connection) -> tuple[int, dict[str, bytes]]:
        go_to(connection, lesson.slug, note(connection, lesson, now, "kept"))
        moment = target(connection)
        return moment, _files(connection, moment)

    def arrive(connection: Connection) -> int:
        go_to(connection, lesson.slug, moment)
        return _moments(connection, lesson).index(moment) + 1

    moment, files = write(state_folder(lesson), leave)
    moved = bring_to(lesson, files, now)
    # Only now: whoever is cut off in between finds the files on their way as a new state that came from the old one.
    return Went(write(state_folder(lesson), arrive), moved)


def _moments(connection: Connection, lesson: Lesson) -> list[int]:
    return [id for (id,) in connection.execute("SELECT id FROM moment WHERE lesson = ? ORDER BY id", (lesson.slug,))]


def _files(connection: Connection, moment: int) -> dict[str, bytes]:
    state = connection.execute("SELECT state FROM moment WHERE id = ?", (moment,)).fetchone()[0]
    return states.load(connection, state)
