"""Which lesson was saved: the lessons folder under watch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event as Flag
from threading import Thread

from watchfiles import watch

from shared.lessons.leftovers import is_leftover
from shared.watching.events import Trouble

DEBOUNCE = 50
STEP = 10
"""Milliseconds: a burst of saves counts as one once it has been quiet for a step, and after the debounce at the latest.
watchfiles' own values (1600 and 50) are made for restarting servers."""


class Saves:
    """Calls `saved` with the lesson's folder name whenever a file of a lesson that may be an answer's has changed."""

    def __init__(
        self,
        folder: Path,
        saved: Callable[[str], None],
        tell: Callable[[Trouble], None],
        *,
        polling: bool | None = None,
    ) -> None:
        self.folder = folder
        self._saved = saved
        self._tell = tell
        self._polling = polling
        self._over = Flag()
        self._thread = Thread(target=self._watch, name="saves", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the watch."""
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        for changed in watch(
            self.folder,
            watch_filter=None,
            debounce=DEBOUNCE,
            step=STEP,
            stop_event=self._over,
            force_polling=self._polling,
        ):
            for slug in sorted({slug for _, path in changed if (slug := self._lesson_of(path)) is not None}):
                self._saved(slug)

    def _lesson_of(self, path: str) -> str | None:
        slug, *inside = Path(path).relative_to(self.folder).parts
        return slug if inside and not is_leftover("/".join(inside)) else None
