"""One grader for one gradebook at a time. The lock is SQLite's own: it ends with the process, however that ends."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from shared.grading.gradebook import GradebookError
from shared.messages import grading as words

NAME = "grading.lock.sqlite3"


class Lock:
    """Held until `close`.

    Raises:
        GradebookError: another process holds it, or the folder cannot be written to.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self._db = sqlite3.connect(folder / NAME, timeout=0, isolation_level=None)
            self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._db.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise GradebookError(words.in_use(folder)) from error
            raise GradebookError(words.gradebook_trouble(folder, error)) from error

    def close(self) -> None:
        """Let others grade."""
        self._db.close()

    def __enter__(self) -> Lock:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
