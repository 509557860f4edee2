"""Running the commands of an installation: every line goes to the log, and a silence is noticed."""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

_SILENCE = 1.0  # seconds without a line before ``tick`` is called
_PATIENCE = 10.0  # seconds a command gets to end by itself after Ctrl+C
# Settings of the user's own that would send pip somewhere else than into .venv.
_MISLEADING = ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_QUIET")
_PLAIN = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_NO_COLOR": "1", "PIP_PROGRESS_BAR": "off"}


@dataclass(frozen=True)
class Runner:
    """Runs commands in ``folder``. They inherit the lock's descriptor: it is held until the last of them ends."""

    folder: str
    log: BinaryIO
    lock: int

    def run(
        self,
        command: list[str],
        line: Callable[[str], None] = lambda text: None,
        tick: Callable[[], None] = lambda: None,
    ) -> int:
        """Run to the end and return the exit code; ``line`` gets each line, ``tick`` is called about once a second."""
        self._record(("$ " + " ".join(command) + "\n").encode("utf-8", "replace"))
        process = subprocess.Popen(
            command,
            cwd=self.folder,
            env={**{name: value for name, value in os.environ.items() if name.upper() not in _MISLEADING}, **_PLAIN},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            pass_fds=() if sys.platform == "win32" else (self.lock,),
        )
        lines: queue.Queue[bytes | None] = queue.Queue()
        threading.Thread(target=_read, args=(process, lines), daemon=True).start()
        try:
            while True:
                try:
                    raw = lines.get(timeout=_SILENCE)
                except queue.Empty:
                    tick()
                    continue
                if raw is None:
                    return process.wait()
                self._record(raw)
                line(raw.decode("utf-8", "replace").rstrip())
        finally:
            _end(process)

    def said(self) -> str:
        """Everything the log holds so far."""
        with open(self.log.name, encoding="utf-8", errors="replace") as file:
            return file.read()

    def _record(self, raw: bytes) -> None:
        self.log.write(raw)
        self.log.flush()


def _read(process: "subprocess.Popen[bytes]", lines: "queue.Queue[bytes | None]") -> None:
    assert process.stdout is not None
    with process.stdout:
        for raw in process.stdout:
            lines.put(raw)
    lines.put(None)


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
