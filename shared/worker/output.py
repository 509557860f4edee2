"""What a submission prints, read all the time so that it never blocks, and kept up to a limit."""

from __future__ import annotations

import os
import re
from threading import Lock, Thread

CHUNK = 65536
COLOUR = re.compile(r"\x1b\[[\d;]*m")
"""Werkzeug paints its log, and does not ask whether it goes to a screen."""


class Output:
    """Reads a pipe to its end in a thread of its own. `limit` is in bytes; the rest is only counted."""

    def __init__(self, reading: int, limit: int) -> None:
        self._reading = reading
        self._limit = limit
        self._kept = bytearray()
        self._lock = Lock()
        self.cut = 0
        self._thread = Thread(target=self._read, name="output", daemon=True)
        self._thread.start()

    @property
    def text(self) -> str:
        """What was kept so far, without colours. Bytes that are not UTF-8 are shown escaped; line ends are `\\n`."""
        with self._lock:
            kept = bytes(self._kept)
        return COLOUR.sub("", kept.decode("utf-8", errors="backslashreplace").replace("\r\n", "\n"))

    @property
    def taken(self) -> int:
        """How many bytes have come so far."""
        with self._lock:
            return len(self._kept) + self.cut

    def finish(self, seconds: float) -> None:
        """Wait for the end of the pipe, at most `seconds`: whoever still holds it is past caring about."""
        self._thread.join(seconds)

    def _read(self) -> None:
        while True:
            try:
                part = os.read(self._reading, CHUNK)
            except OSError:
                return
            if not part:
                os.close(self._reading)
                return
            with self._lock:
                room = self._limit - len(self._kept)
                self._kept += part[:room]
                self.cut += max(0, len(part) - room)
