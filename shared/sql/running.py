"""Run one SQL statement with a time limit, and refuse what leads out of its database."""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

MAX_ROWS = 1000
MAX_BYTES = 1_000_000
"""The longest text, blob or row that a statement may make."""
STEPS_BETWEEN_LOOKS = 2000
HARMLESS = ("table_info", "table_xinfo")
"""Pragmas that only tell what a table looks like."""

Parameters = Mapping[str, Any] | Sequence[Any]


@dataclass(frozen=True)
class Result:
    """What a statement brought. `refused` names what was not allowed; `changed` is SQLite's own count of rows."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()
    changed: int = -1
    cut: bool = False
    error: str | None = None
    error_type: str = ""
    refused: str | None = None


class Guard:
    """Watches one connection while somebody's statement runs on it. `seconds` is its time limit."""

    def __init__(self, connection: sqlite3.Connection, seconds: float) -> None:
        self.refused: str | None = None
        self._until = time.monotonic() + seconds
        self._active = True
        connection.set_authorizer(self._authorize)
        connection.set_progress_handler(self._look, STEPS_BETWEEN_LOOKS)

    def end(self) -> None:
        """Allow everything again."""
        self._active = False

    def _authorize(self, action: int, one: str | None, two: str | None, *_: Any) -> int:
        if not self._active:
            return sqlite3.SQLITE_OK
        name = {
            sqlite3.SQLITE_ATTACH: "ATTACH",
            sqlite3.SQLITE_DETACH: "DETACH",
            sqlite3.SQLITE_PRAGMA: None if one in HARMLESS else f"PRAGMA {one}",
        }.get(action)
        if action == sqlite3.SQLITE_FUNCTION and two in ("load_extension", "fts3_tokenizer"):
            name = f"{two}()"
        if name is None:
            return sqlite3.SQLITE_OK
        self.refused = name
        return sqlite3.SQLITE_DENY

    def _look(self) -> int:
        if self._active and time.monotonic() > self._until:
            self.refused = TOO_SLOW
            return 1
        return 0


TOO_SLOW = "TIME"
"""`refused` of a statement that ran out of time."""

TOO_LARGE = "MEMORY"
"""`refused` of a statement that ran out of memory."""


def run(connection: sqlite3.Connection, sql: str, parameters: Parameters = (), *, seconds: float = 2.0) -> Result:
    """Run one statement under a guard. Nothing is raised for what the statement does wrong."""
    guard = Guard(connection, seconds)
    if sys.version_info >= (3, 11):
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_BYTES)
    try:
        cursor = connection.execute(sql, parameters)
        rows = cursor.fetchmany(MAX_ROWS + 1)
        columns = tuple(column[0] for column in cursor.description or ())
        return Result(columns, tuple(rows[:MAX_ROWS]), cursor.rowcount, cut=len(rows) > MAX_ROWS)
    # Before Python 3.11 a second statement is a Warning; a value out of range is an OverflowError.
    except (sqlite3.Error, sqlite3.Warning, OverflowError, ValueError) as error:
        return Result(error=str(error), error_type=type(error).__name__, refused=guard.refused)
    except MemoryError:
        return Result(error="out of memory", error_type="MemoryError", refused=TOO_LARGE)
    finally:
        guard.end()
