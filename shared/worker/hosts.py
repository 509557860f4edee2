"""The check's side of the seam between systems: a warm host that forks, or a fresh process for each run.

`forking_host` and `fresh_host` give the same things: start a run, its state, stop it, connect to something inside, end
everything.
"""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from shared.worker import ending
from shared.worker.channel import Channel

ENGINE = Path(__file__).resolve().parents[1]
CAN_FORK = hasattr(os, "fork")


class WorkerUnavailable(Exception):
    """No worker could be started, or it was lost: a fault of this machine or ours, never the learner's."""


@dataclass
class Started:
    """One run just started: where to talk to it, where its output comes from, its process id, and where it serves."""

    channel: Channel
    output: int
    pid: int
    ports: tuple[int, ...] = ()


class Host(Protocol):
    """Where submissions run."""

    walled: bool
    scratch: Path
    inner_scratch: str

    def run(self, spec: dict[str, Any]) -> Started:
        """Start one run. It has the only listening sockets for its `mounts`, so that a dead run refuses at once."""

    def state(self, pid: int) -> dict[str, Any]:
        """`exit` (None while it runs, negative for a signal) and `broken` (the limit it broke, or None)."""

    def stop(self, pid: int) -> dict[str, Any]:
        """End one run. Returns its state."""

    def connect(self, host: str, port: int, seconds: float, source: str = "") -> socket.socket:
        """Connect to something a run serves, from this address of the computer where one is given. Raises OSError."""

    def listen(self) -> socket.socket:
        """A listening socket that runs can connect to."""

    def end(self) -> str | None:
        """End all runs and what they started. Returns the limit that was broken, if any."""

    def interrupt(self) -> None:
        """From another thread: end whatever runs at once, so that whoever waits for it waits no longer."""

    def close(self, wait: bool = True) -> None:
        """End the host itself. Without `wait` it ends in its own time: for a process that ends now anyway."""


BOOT = "import sys; sys.path.insert(0, {root!r}); from shared.worker.{room} import main; main(sys.argv[1])"


def environment(mark: str) -> dict[str, str]:
    """What a worker knows of this computer: where programs are, and nothing private."""
    kept = ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "PATHEXT", "COMSPEC", "TZ", "LD_LIBRARY_PATH")
    made = {name: os.environ[name] for name in kept if name in os.environ}
    return made | {"LANG": "C.UTF-8", "PYTHONUTF8": "1", ending.MARK: mark}
