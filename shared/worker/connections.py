"""Count the SQLite connections that a submission opens and closes: runs inside the worker."""

from __future__ import annotations

import sqlite3
from threading import Lock
from typing import Any


class Connections:
    """Takes the place of `sqlite3.connect` and counts."""

    def __init__(self) -> None:
        self.opened = 0
        self.closed = 0
        self._lock = Lock()

    def install(self) -> None:
        """From now on every connection is counted, unless the submission brings a factory of its own."""
        original, counts = sqlite3.connect, self

        class Counted(sqlite3.Connection):
            is_closed = False

            def close(self) -> None:
                super().close()
                with counts._lock:
                    counts.closed += not self.is_closed
                    self.is_closed = True

        def connect(*args: Any, **options: Any) -> sqlite3.Connection:
            made: sqlite3.Connection = original(*args, **{"factory": Counted, **options})
            with counts._lock:
                counts.opened += 1
            return made

        sqlite3.connect = sqlite3.dbapi2.connect = connect  # type: ignore[assignment]
