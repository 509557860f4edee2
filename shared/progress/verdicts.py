"""The last verdict on the learner's own folder of each lesson, and the state of the files it was about."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from shared.lessons import Lesson
from shared.progress import states
from shared.progress.files import present
from shared.progress.history import go_to, note
from shared.progress.storage import read, state_folder, write
from shared.verdict import EXIT_CODES, StepResult, Verdict, from_dict, to_dict

if TYPE_CHECKING:
    from sqlite3 import Connection

_STATUSES = {*EXIT_CODES, "skipped"}


def remember(lesson: Lesson, verdict: Verdict, files: Mapping[str, bytes]) -> tuple[int, ...]:
    """Store the verdict on these files of the learner (see `present`), and the files. Gives the tasks that have passed
    for the first time ever.

    A verdict in which nothing could be judged takes no other one's place: it says nothing new.

    Raises:
        NotKept: the state folder cannot be written to.
    """

    def do(connection: Connection) -> tuple[int, ...]:
        go_to(connection, lesson.slug, note(connection, lesson, files, "judged", verdict))
        if all(step.status == "unjudged" for step in verdict.steps):
            return ()
        # ASCII: what a submission sent back may hold surrogates that UTF-8 refuses.
        row = (lesson.slug, time.time(), states.digest_of(files), json.dumps(to_dict(verdict)))
        connection.execute("INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?)", row)
        return tuple(step.task for step in verdict.steps if step.status == "pass" and _is_first(connection, step))

    def _is_first(connection: Connection, step: StepResult) -> bool:
        row = (lesson.slug, step.task, time.time())
        return connection.execute("INSERT OR IGNORE INTO first_pass VALUES (?, ?, ?)", row).rowcount == 1

    return write(state_folder(lesson), do)


def last(lesson: Lesson) -> Verdict | None:
    """The last verdict, or None where there is none that can be read."""
    return recall(lesson)[0]


def recall(lesson: Lesson) -> tuple[Verdict | None, str | None]:
    """The last verdict and the digest of the files it was about."""

    def ask(connection: Connection) -> tuple[str, str | None] | None:
        query = "SELECT document, digest FROM verdict WHERE lesson = ?"
        row: tuple[str, str | None] | None = connection.execute(query, (lesson.slug,)).fetchone()
        return row

    row = read(state_folder(lesson), ask, None)
    verdict = _verdict(row[0]) if row is not None else None
    return (verdict, row[1]) if verdict is not None and row is not None else (None, None)


def digest_now(lesson: Lesson) -> str:
    """A digest of the learner's files as they are."""
    return states.digest_of(present(lesson))


def _verdict(document: str) -> Verdict | None:
    try:
        data: Any = json.loads(document)
        verdict = from_dict(data)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return None
    return verdict if all(map(_makes_sense, verdict.steps)) else None


def _makes_sense(step: StepResult) -> bool:
    return isinstance(step.task, int) and step.status in _STATUSES
