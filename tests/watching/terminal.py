"""A terminal of our own: a program in a pseudo-terminal, what it has shown, and keys for it."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from threading import Thread

from tests import tiny_project

PROGRAM = """
import sys
from pathlib import Path
from shared.cli.running import main
sys.exit(main(sys.argv[2:], root=Path(sys.argv[1])))
"""
SECONDS = 20.0


class Terminal:
    """`python workbook.py` on a workbook, as somebody sees it who sits before it."""

    def __init__(
        self, root: Path, *arguments: str, columns: int = 80, encoding: str = "utf-8", **environment: str
    ) -> None:
        self.encoding = encoding
        self.main, self.inner = pty.openpty()
        self.resize(columns)
        self.before = termios.tcgetattr(self.inner)
        kept = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(root), "--no-browser", *arguments],
            stdin=self.inner,
            stdout=self.inner,
            stderr=self.inner,
            env={**kept, "PYTHONPATH": str(tiny_project.ROOT), "TERM": "xterm-256color", **environment},
            preexec_fn=_own_terminal,
        )
        self.raw = b""
        self.arrivals: list[tuple[float, int]] = []
        self._over = False
        self._thread = Thread(target=self._read, daemon=True)
        self._thread.start()

    @property
    def shown(self) -> str:
        """Everything it has written, without colours."""
        return re.sub(r"\x1b\[[\d;]*m", "", self.raw.decode(self.encoding, "replace"))

    @property
    def modes(self) -> list[object]:
        """The modes of the terminal; equal to `before` where it was left as it was found."""
        return termios.tcgetattr(self.inner)

    def wait_for(self, text: str, count: int = 1) -> None:
        """Wait until the text was shown so many times."""
        end = time.monotonic() + SECONDS
        while self.shown.count(text) < count:
            assert time.monotonic() < end, f"{text!r} was not shown {count} times:\n{self.shown}"
            time.sleep(0.01)

    def shown_at(self, text: str, after: int, seconds: float = SECONDS) -> float:
        """The `time.perf_counter()` at which a text has stood whole on the screen, in what came after so many bytes."""
        end = time.monotonic() + seconds
        while (found := self.raw.find(text.encode(self.encoding), after)) < 0:
            assert time.monotonic() < end, f"{text!r} was not shown:\n{self.shown}"
            time.sleep(0.01)
        whole = found + len(text.encode(self.encoding))
        return next(moment for moment, length in self.arrivals if length >= whole)

    def press(self, keys: str) -> None:
        """Press keys; `\\x03` is Ctrl+C and `\\x1a` is Ctrl+Z."""
        os.write(self.main, keys.encode(self.encoding))

    def resize(self, columns: int, rows: int = 40) -> None:
        """Give the window another size."""
        fcntl.ioctl(self.main, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def wait(self) -> int:
        """Wait for its end; gives the exit code."""
        return self.process.wait(SECONDS)

    def family(self) -> list[int]:
        """The processes below it, itself left out."""
        return _children(self.process.pid)

    def close(self) -> None:
        """End it, whatever it does."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.kill()
            self.process.wait()
        if not self._over:
            os.close(self.inner)
            self.hang_up()

    def hang_up(self) -> None:
        """Close the window."""
        self._over = True
        self._thread.join()
        os.close(self.main)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _read(self) -> None:
        while not self._over:
            try:
                if select.select([self.main], [], [], 0.1)[0]:
                    self.raw += os.read(self.main, 65536)
                    self.arrivals.append((time.perf_counter(), len(self.raw)))
            except OSError:  # nobody holds the other end any more
                return


def _own_terminal() -> None:
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _children(pid: int) -> list[int]:
    import psutil

    return [child.pid for child in psutil.Process(pid).children(recursive=True)]
