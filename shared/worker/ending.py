"""Ending everything a submission has started, and counting it while it runs. Runs inside the worker host.

Three ways, best first: in a process space of its own one signal reaches all of it; on Linux without one, the host is
made the parent of every orphan, so that no double fork escapes; elsewhere psutil walks the tree and finds the orphans
by a mark in their environment.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

PR_SET_DUMPABLE = 4
PR_SET_CHILD_SUBREAPER = 36
MARK = "WORKBOOK_JOB"
"""Environment variable by which a submission's processes are known where nothing better exists."""

ROUNDS = 200
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


@dataclass(frozen=True)
class Usage:
    """What a submission's processes use together: their number, and the bytes they have added to the bare host."""

    processes: int
    memory: int


class Space(Protocol):
    """The processes of the present submission."""

    def usage(self) -> Usage:
        """Measure now."""

    def end(self) -> None:
        """Kill all of them and wait until none is left."""


class OwnProcessSpace:
    """The host is (nearly) alone in a process id namespace: everyone else there belongs to the submission."""

    poll_seconds = 0.02

    def __init__(self) -> None:
        self._baseline = _resident(os.getpid())

    def usage(self) -> Usage:
        others = [pid for pid in _all_pids() if pid not in (1, os.getpid())]
        return Usage(len(others), sum(max(0, _resident(pid) - self._baseline) for pid in others))

    def end(self) -> None:
        # kill(-1) reaches every process here but ourselves and process 1, also those being forked at this moment.
        for _ in range(ROUNDS):
            try:
                os.kill(-1, signal.SIGKILL)
            except ProcessLookupError:
                break
            _reap()
            if self.usage().processes == 0:
                break
            time.sleep(0.001)
        _reap()


class Descendants:
    """Linux without walls: the host adopts orphans, so the whole tree hangs below it."""

    poll_seconds = 0.05

    def __init__(self) -> None:
        _prctl(PR_SET_CHILD_SUBREAPER, 1)
        self._baseline = _resident(os.getpid())

    def usage(self) -> Usage:
        pids = list(_below(os.getpid()))
        return Usage(len(pids), sum(max(0, _resident(pid) - self._baseline) for pid in pids))

    def end(self) -> None:
        for _ in range(ROUNDS):
            pids = list(_below(os.getpid()))
            for pid in pids:
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.kill(pid, signal.SIGKILL)
            _reap()
            if not pids:
                return
            time.sleep(0.001)


class Marked:
    """macOS and Windows: the tree below the host, and whoever carries the job's mark."""

    poll_seconds = 0.1

    def __init__(self, mark: str) -> None:
        self.mark = mark

    def usage(self) -> Usage:
        import psutil

        memory = 0
        children = psutil.Process().children(recursive=True)
        for child in children:
            with contextlib.suppress(psutil.Error):
                memory += child.memory_info().rss
        return Usage(len(children), memory)

    def end(self) -> None:
        import psutil

        for _ in range(ROUNDS):
            left = [process for process in self._processes() if process.pid != os.getpid()]
            for process in left:
                with contextlib.suppress(psutil.Error):
                    process.kill()
            if sys.platform != "win32":
                _reap()
            if not left:
                return
            psutil.wait_procs(left, timeout=0.05)

    def _processes(self) -> list[Any]:
        import psutil

        found = {process.pid: process for process in psutil.Process().children(recursive=True)}
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error, OSError):
                if process.environ().get(MARK) == self.mark:
                    found[process.pid] = process
        return list(found.values())


def space_of(outer_process_space: str, mark: str) -> OwnProcessSpace | Descendants | Marked:
    """The best way on this system. `outer_process_space` is the check's own, so that ours can be told from it."""
    if not sys.platform.startswith("linux"):
        return Marked(mark)
    if outer_process_space and process_space() != outer_process_space and os.getpid() < 10:
        return OwnProcessSpace()
    return Descendants()


def process_space() -> str:
    """A name for the process id namespace we are in; empty where the system has none."""
    try:
        return os.readlink("/proc/self/ns/pid")
    except OSError:
        return ""


def hide_from_ptrace(hidden: bool) -> None:
    """Let no process of the same user look into this one's memory or take its open files (Linux)."""
    if sys.platform.startswith("linux"):
        _prctl(PR_SET_DUMPABLE, 0 if hidden else 1)


def _prctl(option: int, value: int) -> None:
    import ctypes  # only a host pays for it

    ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


def _reap() -> None:
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _all_pids() -> list[int]:
    return [int(name) for name in os.listdir("/proc") if name.isdigit()]


def _below(pid: int) -> Iterator[int]:
    waiting = [pid]
    while waiting:
        for child in _children(waiting.pop()):
            waiting.append(child)
            yield child


def _children(pid: int) -> list[int]:
    found: list[int] = []
    with contextlib.suppress(OSError, ValueError):
        for thread in os.listdir(f"/proc/{pid}/task"):
            listed = Path(f"/proc/{pid}/task/{thread}/children").read_text(encoding="ascii")
            found += [int(child) for child in listed.split()]
    return found


def _resident(pid: int) -> int:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0  # it has ended meanwhile
    return pages * os.sysconf("SC_PAGE_SIZE")
