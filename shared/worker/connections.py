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
        """From now on every connection made by `sqlite3.connect` is counted."""
        original = sqlite3.connect

        def connect(*args: Any, **options: Any) -> sqlite3.Connection:
            factory = options.get("factory", sqlite3.Connection)
            if isinstance(factory, type):
                options["factory"] = self._counted(factory)
            made: sqlite3.Connection = original(*args, **options)
            with self._lock:
                self.opened += 1
            return made

        sqlite3.connect = sqlite3.dbapi2.connect = connect  # type: ignore[assignment]

    def _counted(self, base: type[sqlite3.Connection]) -> type[sqlite3.Connection]:
        counts = self

        class Counted(base):  # type: ignore[misc, valid-type]
            is_closed = False

            def close(self) -> None:
                super().close()
                with counts._lock:
                    counts.closed += not self.is_closed
                    self.is_closed = True

        return Counted
