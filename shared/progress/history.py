"""The moments of a lesson: every state its files were judged in, and every state that was kept before a change.

Each moment knows the one it came from. `undo` goes there, `undo --redo` comes back, and whoever edits after going
back begins a branch: nothing that was ever noted becomes unreachable.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, cast

from shared.lessons import Lesson
from shared.progress import states
from shared.progress.storage import read, state_folder
from shared.verdict import Outcome, Verdict

if TYPE_CHECKING:
    from sqlite3 import Connection

Why = Literal["starter", "judged", "kept", "reset"]
"""`starter`: as handed out. `kept`: stored because another state was about to take its place. `reset`: begun anew."""


@dataclass(frozen=True)
class Moment:
    """One line of a lesson's history. `number` counts from 1 within the lesson; `at` is local time.

    `passed` and `possible` are None where this state was never judged. `here`: the files stand here now.
    """

    number: int
    at: datetime
    why: Why
    passed: int | None
    possible: int | None
    outcome: Outcome | None
    here: bool


def history(lesson: Lesson) -> tuple[Moment, ...]:
    """All moments, the oldest first."""

    def ask(connection: Connection) -> tuple[Moment, ...]:
        here = place(connection, lesson.slug)
        query = "SELECT id, at, why, passed, possible, outcome FROM moment WHERE lesson = ? ORDER BY id"
        rows = connection.execute(query, (lesson.slug,)).fetchall()
        return tuple(
            Moment(number, datetime.fromtimestamp(at), cast(Why, why), passed, possible, outcome, here=id == here)
            for number, (id, at, why, passed, possible, outcome) in enumerate(rows, 1)
        )

    return read(state_folder(lesson), ask, ())


def has_passed(lesson: Lesson) -> bool:
    """Whether the whole lesson has passed at least once, so that its solution gives nothing away."""

    def ask(connection: Connection) -> bool:
        query = "SELECT 1 FROM moment WHERE lesson = ? AND outcome = 'pass' LIMIT 1"
        return connection.execute(query, (lesson.slug,)).fetchone() is not None

    return read(state_folder(lesson), ask, False)


def last_passing(lesson: Lesson) -> dict[str, bytes] | None:
    """The learner's files when the whole lesson passed the last time; None where it never has."""

    def ask(connection: Connection) -> dict[str, bytes] | None:
        query = "SELECT state FROM moment WHERE lesson = ? AND outcome = 'pass' ORDER BY at DESC, id DESC LIMIT 1"
        row = connection.execute(query, (lesson.slug,)).fetchone()
        return states.load(connection, row[0]) if row is not None else None

    return read(state_folder(lesson), ask, None)


def note(
    connection: Connection, lesson: Lesson, files: Mapping[str, bytes], why: Why, verdict: Verdict | None = None
) -> int:
    """Note this state as one that comes from where the files stand; gives the moment.

    The state in which they stand already is no new moment, but gets the new result. `go_to` is the caller's.
    """
    state = states.keep(connection, files)
    before = place(connection, lesson.slug)
    if before is None and why != "starter":
        before = _starter(connection, lesson)
    same = before is not None and _state_of(connection, before) == state and why != "reset"
    if before is not None and same:
        moment = before
    else:
        query = "INSERT INTO moment (lesson, at, why, state, before) VALUES (?, ?, ?, ?, ?)"
        moment = cast(int, connection.execute(query, (lesson.slug, time.time(), why, state, before)).lastrowid)
    if verdict is not None:
        query = "UPDATE moment SET at = ?, passed = ?, possible = ?, outcome = ? WHERE id = ?"
        row = (time.time(), verdict.earned, verdict.possible, verdict.outcome, moment)
        connection.execute(query, row)
    return moment


def place(connection: Connection, slug: str) -> int | None:
    """The moment at which the lesson's files stand."""
    row = connection.execute("SELECT moment FROM place WHERE lesson = ?", (slug,)).fetchone()
    return row[0] if row is not None else None


def go_to(connection: Connection, slug: str, moment: int) -> None:
    """Remember that the files stand at this moment."""
    connection.execute("INSERT OR REPLACE INTO place VALUES (?, ?)", (slug, moment))


def _starter(connection: Connection, lesson: Lesson) -> int | None:
    """The beginning of every history: the files as they were handed out, so that `undo` can go back to them."""
    from shared.lessons.starters import kept

    files = kept(lesson)
    return note(connection, lesson, files, "starter") if files else None


def _state_of(connection: Connection, moment: int) -> int | None:
    row = connection.execute("SELECT state FROM moment WHERE id = ?", (moment,)).fetchone()
    return row[0] if row is not None else None
