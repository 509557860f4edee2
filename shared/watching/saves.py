"""Which lesson was saved: the lessons folder under watch."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event as Flag
from threading import Thread
from unicodedata import normalize

from watchfiles import watch

from shared.lessons.leftovers import files_below, is_leftover
from shared.messages import watching as words
from shared.watching.events import Trouble

DEBOUNCE = 50
STEP = 10
"""Milliseconds: a burst of saves counts as one once it has been quiet for a step, and after the debounce at the latest.
watchfiles' own values (1600 and 50) are made for restarting servers."""

POLL_STEP = 50
LOOK_AGAIN = 2000
"""Milliseconds without an event after which the files are looked at, in case the file system tells nothing."""

TOO_OFTEN = 2
"""So many changes in a row of which nothing was told: once may be a save between two looks."""

Stamps = dict[str, tuple[int, int]]


class Saves:
    """Calls `saved` with the lesson's folder name whenever a file in it has changed that may be part of an answer.

    Network drives and some virtual machines announce nothing. There a change is found by looking, and from then on
    the files are looked at several times a second.
    """

    def __init__(
        self,
        folder: Path,
        saved: Callable[[str], None],
        tell: Callable[[Trouble], None],
        *,
        polling: bool | None = None,
    ) -> None:
        self.folder = folder.resolve()  # as the system names it when it tells of a change
        self.polling = polling
        self._saved = saved
        self._tell = tell
        self._over = Flag()
        self._seen = self._stamps()  # now: what is saved before the watch stands is found at the first look
        self._thread = Thread(target=self._watch_on, name="saves", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the watch."""
        self._over.set()
        self._thread.join()

    def _watch_on(self) -> None:
        while not self._over.is_set():
            try:
                self._watch()
            except Exception as error:
                if self.polling:
                    self._tell(Trouble(words.cannot_watch(str(error))))
                    return
                self.polling = True  # more files are watched on this computer than it allows, say

    def _watch(self) -> None:
        told = watch(
            self.folder,
            watch_filter=None,
            debounce=DEBOUNCE,
            step=POLL_STEP if self.polling else STEP,
            rust_timeout=LOOK_AGAIN,
            yield_on_timeout=True,
            stop_event=self._over,
            force_polling=self.polling,
        )
        missed = 0
        for changed in told:
            now = self._stamps()
            touched = {name for _, path in changed if (name := self._name(path)) in now or name in self._seen}
            slugs = _lessons_of(touched) | _lessons_of(_differing(self._seen, now))
            missed = 0 if changed else missed + bool(slugs)
            self._seen = now
            for slug in sorted(slugs):
                self._saved(slug)
            if missed >= TOO_OFTEN and not self.polling:
                self.polling = True
                return

    def _name(self, path: str) -> str | None:
        """The path below the folder; None where the system writes it in another way than we do."""
        try:
            return normalize("NFC", Path(path).relative_to(self.folder).as_posix())
        except ValueError:
            return None

    def _stamps(self) -> Stamps:
        stamps = {}
        for name in files_below(self.folder):
            try:
                status = (self.folder / name).stat()
            except OSError:
                continue
            stamps[name] = (status.st_mtime_ns, status.st_size)
        return stamps


def _differing(before: Stamps, after: Stamps) -> set[str]:
    """The files that came, went or changed."""
    return {name for name, _ in before.items() ^ after.items()}


def _lessons_of(names: Iterable[str | None]) -> set[str]:
    """The lessons that these files may be part of an answer to."""
    parts = [name.partition("/") for name in names if name is not None]
    return {slug for slug, _, inside in parts if inside and not is_leftover(inside)}
