"""Keys on Linux and macOS."""

from __future__ import annotations

import codecs
import contextlib
import os
import re
import select
import signal
import sys
from threading import Thread
from types import FrameType
from typing import Any

from shared.cli.watch.events import Hangup, Happenings, Key, Redraw
from shared.cli.watch.keys import meant

if sys.platform != "win32":
    import termios
    import tty

    class PosixKeyboard:
        """Reads keys in a thread while the terminal is in cbreak mode: no echo, no waiting for Enter."""

        def __init__(self, queue: Happenings) -> None:
            self._queue = queue
            self._input = sys.stdin.fileno()
            self._before = termios.tcgetattr(self._input)
            self._signals: dict[int, Any] = {}

        def __enter__(self) -> PosixKeyboard:
            self._ended, self._end = os.pipe()
            self._thread = Thread(target=self._read, name="keys", daemon=True)
            for number, handler in (
                (signal.SIGTERM, self._leave),
                (signal.SIGHUP, self._leave),
                (signal.SIGTSTP, self._stop),
                (signal.SIGCONT, self._go_on),
                (signal.SIGWINCH, self._resized),
            ):
                self._signals[number] = signal.signal(number, handler)
            tty.setcbreak(self._input, termios.TCSANOW)
            self._thread.start()
            return self

        def __exit__(self, *_: object) -> None:
            self._restore()
            for number, handler in self._signals.items():
                signal.signal(number, handler)
            os.close(self._end)  # wakes the thread
            self._thread.join()
            os.close(self._ended)

        def _restore(self) -> None:
            with contextlib.suppress(termios.error):  # the terminal is gone
                termios.tcsetattr(self._input, termios.TCSADRAIN, self._before)

        def _read(self) -> None:
            decoder = codecs.getincrementaldecoder("utf-8")("ignore")
            while True:
                try:
                    ready, _, _ = select.select([self._input, self._ended], [], [])
                    content = b"" if self._ended in ready else os.read(self._input, 1024)
                except OSError:
                    content = b""
                if not content:
                    self._queue.put(Hangup())
                    return
                for character in _characters(decoder.decode(content)):
                    self._queue.put(Key(meant(character)))

        def _leave(self, number: int, frame: FrameType | None) -> None:
            raise SystemExit(128 + number)

        def _stop(self, number: int, frame: FrameType | None) -> None:
            self._restore()
            os.kill(os.getpid(), signal.SIGSTOP)

        def _go_on(self, number: int, frame: FrameType | None) -> None:
            with contextlib.suppress(termios.error):
                tty.setcbreak(self._input, termios.TCSANOW)
            self._queue.put(Redraw(after_others=True))

        def _resized(self, number: int, frame: FrameType | None) -> None:
            self._queue.put(Redraw())


def _characters(text: str) -> str:
    """The keys in what was read; arrows and others that send a sequence (ECMA-48, 5.4) are none of ours."""
    return re.sub(r"\x1b(\[[0-?]*[ -/]*[@-~]|O.|.)?", "", text)
