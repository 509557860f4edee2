"""The workbook's memory: one SQLite file, `.workbook/progress.sqlite3`, opened for each question and closed again.

So nothing is held between two questions: several processes may use it at once, and the folder may be deleted or
copied at any time. A file that cannot be read as a memory is put aside, and a new one is begun.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from shared.lessons import Lesson
from shared.messages import progress as words
from shared.progress import notices
from shared.progress.schema import is_sound, prepare

if TYPE_CHECKING:
    from sqlite3 import Connection

STATE = ".workbook"
NAME = "progress.sqlite3"
BUSY_SECONDS = 5.0

Answer = TypeVar("Answer")


class NotKept(Exception):
    """Something could not be stored. `message` is a Korean sentence with the cause."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def state_folder(lesson: Lesson) -> Path:
    """The state folder of the workbook that the lesson belongs to."""
    return lesson.folder.parents[1] / STATE


def get_ready() -> None:
    """Import what `write` needs, for somebody who has a moment to spare before."""
    with contextlib.suppress(ImportError):
        import sqlite3
        import zlib

        _ = sqlite3, zlib


def read(folder: Path, ask: Callable[[Connection], Answer], nothing: Answer) -> Answer:
    """Ask the memory in a state folder; `nothing` where there is none, or none that can be read."""
    from shared.progress import takeover

    if not (folder / NAME).is_file() and not takeover.is_due(folder):
        return nothing
    try:
        return _sound(folder, ask)
    except NotKept as trouble:
        notices.tell(trouble.message)
        # Where nobody can write, the file can be looked at all the same.
        if not os.access(folder / NAME, os.W_OK) or not os.access(folder, os.W_OK):
            with contextlib.suppress(NotKept):
                return _sound(folder, ask, use=_look)
        return nothing


def write(folder: Path, do: Callable[[Connection], Answer]) -> Answer:
    """Change the memory in one transaction: all of it is stored when this returns, or nothing.

    Raises:
        NotKept: the folder cannot be written to, another process holds it too long, the disk is full.
    """

    def in_one(connection: Connection) -> Answer:
        connection.execute("BEGIN IMMEDIATE")
        answer = do(connection)
        connection.execute("COMMIT")
        return answer

    return _sound(folder, in_one)


def _use(folder: Path, do: Callable[[Connection], Answer]) -> Answer:
    folder.mkdir(parents=True, exist_ok=True)
    with _connected(str(folder / NAME)) as connection:
        prepare(connection, folder)
        return do(connection)


def _look(folder: Path, ask: Callable[[Connection], Answer]) -> Answer:
    with _connected(f"{(folder / NAME).absolute().as_uri()}?immutable=1") as connection:
        return ask(connection)


def _sound(folder: Path, do: Callable[[Connection], Answer], use: Any = _use) -> Answer:
    """Use the memory; where it turns out to be broken, use a new one."""
    try:
        import sqlite3
    except ImportError as error:  # a Python that somebody has built without it
        raise NotKept(words.not_kept(str(error))) from error

    for attempt in (1, 2):
        try:
            return cast(Answer, use(folder, do))
        except sqlite3.DatabaseError as error:
            if attempt == 1 and use is _use and _is_broken(error):
                _put_aside(folder)
                continue
            raise NotKept(words.not_kept(str(error))) from error
        except OSError as error:
            raise NotKept(words.not_kept(error.strerror or str(error))) from error
    raise AssertionError("not reached")


@contextlib.contextmanager
def _connected(database: str) -> Iterator[Connection]:
    import sqlite3

    connection = sqlite3.connect(database, uri=database.startswith("file:"), timeout=BUSY_SECONDS, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()  # an open transaction is rolled back


def _is_broken(error: Exception) -> bool:
    """Whether the file is no database, or not ours, as opposed to one that cannot be had at the moment."""
    import sqlite3

    return not isinstance(error, sqlite3.OperationalError) or "no such" in str(error)


def _put_aside(folder: Path) -> None:
    """Rename the broken file, unless another process was quicker."""
    import sqlite3

    from shared.bootstrap.lock import held

    with held(str(folder / "progress.lock"), waiting=lambda: None):
        try:
            with _connected(str(folder / NAME)) as connection:
                if is_sound(connection):
                    return
        except sqlite3.OperationalError:  # in use
            return
        except sqlite3.DatabaseError:
            pass
        kept = next(name for number in range(1, 1000) if not (name := folder / f"broken-{number}.sqlite3").exists())
        (folder / NAME).replace(kept)
        for ending in ("-wal", "-shm"):
            (folder / f"{NAME}{ending}").unlink(missing_ok=True)
        notices.tell(words.broken(f"{STATE}/{kept.name}"))
