"""Keys on Windows."""

from __future__ import annotations

import sys
from threading import Event, Thread

from shared.cli.watch.events import Happenings, Key
from shared.cli.watch.keys import meant

LOOK_SECONDS = 0.03
INTERRUPT = "\x03"

if sys.platform == "win32":
    import _thread
    import msvcrt

    class WindowsKeyboard:
        """Looks in a thread for keys that wait. The modes of the console stay as they are."""

        def __init__(self, queue: Happenings) -> None:
            self._queue = queue
            self._over = Event()
            self._thread = Thread(target=self._read, name="keys", daemon=True)

        def __enter__(self) -> WindowsKeyboard:
            self._thread.start()
            return self

        def __exit__(self, *_: object) -> None:
            self._over.set()
            self._thread.join()

        def _read(self) -> None:
            while not self._over.wait(LOOK_SECONDS):
                while msvcrt.kbhit():
                    character = msvcrt.getwch()
                    if character in "\x00\xe0":  # an arrow or a function key: its second half follows
                        msvcrt.getwch()
                    elif character == INTERRUPT:
                        _thread.interrupt_main()
                    else:
                        self._queue.put(Key(meant(character)))
