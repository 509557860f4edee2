"""The tables of the memory.

blob        contents of files, by SHA-256, compressed with zlib
state       what a learner's files were at some moment, by digest; the same state is stored once
file        the files of a state
moment      when a lesson's files were in which state, why that was noted, and with which result. `before` is the
            moment they came from, so that the moments of a lesson are a tree
place       the moment at which a lesson's files stand now
verdict     each lesson's last verdict, as JSON (ASCII: what a submission sent may hold surrogates)
first_pass  when a task passed for the first time
rung        how many rungs of help were shown
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from shared.messages import progress as words

if TYPE_CHECKING:
    from sqlite3 import Connection

VERSION = 1

TABLES = frozenset({"blob", "state", "file", "moment", "place", "verdict", "first_pass", "rung"})

_TABLES = """
CREATE TABLE blob (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL);
CREATE TABLE state (id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE);
CREATE TABLE file (
    state INTEGER NOT NULL REFERENCES state, name TEXT NOT NULL, blob TEXT NOT NULL REFERENCES blob,
    PRIMARY KEY (state, name)
) WITHOUT ROWID;
CREATE TABLE moment (
    id INTEGER PRIMARY KEY AUTOINCREMENT, lesson TEXT NOT NULL, at REAL NOT NULL, why TEXT NOT NULL,
    state INTEGER NOT NULL REFERENCES state, before INTEGER REFERENCES moment,
    passed INTEGER, possible INTEGER, outcome TEXT
);
CREATE INDEX moment_of_lesson ON moment (lesson, id);
CREATE TABLE place (lesson TEXT PRIMARY KEY, moment INTEGER NOT NULL REFERENCES moment);
CREATE TABLE verdict (lesson TEXT PRIMARY KEY, at REAL NOT NULL, digest TEXT, document TEXT NOT NULL);
CREATE TABLE first_pass (lesson TEXT NOT NULL, task INTEGER NOT NULL, at REAL NOT NULL, PRIMARY KEY (lesson, task));
CREATE TABLE rung (lesson TEXT NOT NULL, task INTEGER NOT NULL, shown INTEGER NOT NULL, PRIMARY KEY (lesson, task));
"""


def prepare(connection: Connection, folder: Path) -> None:
    """Make the tables where there are none yet, with what earlier workbooks have left in the folder.

    Raises:
        NotKept: a newer workbook has made the file; it is left as it is.
    """
    # With a write-ahead log this is durable against the end of the process; only a power cut may cost the last
    # moments, and never the file.
    connection.execute("PRAGMA synchronous = NORMAL")
    version = _version(connection)
    if version == VERSION:
        return
    if version > VERSION:
        from shared.progress.storage import NotKept

        raise NotKept(words.NEWER)
    from shared.bootstrap.lock import held
    from shared.progress import takeover

    with held(str(folder / "progress.lock"), waiting=lambda: None):
        if _version(connection) == VERSION:
            return
        connection.execute("PRAGMA journal_mode = WAL")  # where the file system cannot, SQLite stays with its journal
        connection.execute("BEGIN IMMEDIATE")
        if _version(connection) == VERSION:  # a network drive without locks, and another process was quicker
            connection.execute("ROLLBACK")
            return
        for statement in _TABLES.split(";"):
            connection.execute(statement)
        takeover.take(connection, folder)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
        takeover.put_away(folder)


def is_sound(connection: Connection) -> bool:
    """Whether SQLite can read the file and all tables are there."""
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    fine = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    return fine and (found >= TABLES or not found)


def _version(connection: Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
