"""Ending everything a submission has started, and counting it while it runs.

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
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from shared.worker import proc
from shared.worker.kernel import adopt_orphans, process_space

MARK = "WORKBOOK_JOB"
"""Environment variable by which a submission's processes are known where nothing better exists."""

END_SECONDS = 5.0
"""Processes that were killed need a while to be gone: thousands of them, or one with gigabytes of memory."""

KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
STOP = getattr(signal, "SIGSTOP", KILL)


class StillRunning(Exception):
    """Something of the submission could not be ended."""


@dataclass(frozen=True)
class Usage:
    """What a submission's processes use together.

    `memory`: the bytes they have added to the bare host. `nameless`: bytes in files that no folder shows any more.
    """

    processes: int
    memory: int
    nameless: int = 0


class Space(Protocol):
    """The processes of the present submission."""

    poll_seconds: float

    def usage(self) -> Usage:
        """Measure now."""

    def end(self) -> None:
        """Kill all of them and wait until none is left. Raises StillRunning."""


class OwnProcessSpace:
    """The host is alone in a process id namespace: everyone else there belongs to the submission."""

    poll_seconds = 0.02

    def __init__(self) -> None:
        self._baseline = proc.resident(os.getpid())

    def usage(self) -> Usage:
        return _usage(self._others(), self._baseline)

    def end(self) -> None:
        until = time.monotonic() + END_SECONDS
        while True:
            # kill(-1) reaches every process here but ourselves and process 1, also those being forked at this moment.
            with contextlib.suppress(ProcessLookupError):
                os.kill(-1, KILL)
            reap()
            if not self._others():
                return
            pause(until)

    def _others(self) -> list[int]:
        return [pid for pid in proc.all_pids() if pid not in (1, os.getpid())]


class Descendants:
    """Linux without walls: the host adopts orphans, so the whole tree hangs below it."""

    poll_seconds = 0.05

    def __init__(self) -> None:
        adopt_orphans()
        self._baseline = proc.resident(os.getpid())

    def usage(self) -> Usage:
        return _usage(list(proc.below(os.getpid())), self._baseline)

    def end(self) -> None:
        until = time.monotonic() + END_SECONDS
        while pids := list(proc.below(os.getpid())):
            # Stopped first: whoever is killed one after the other could be replaced by a fork of the next.
            for wanted in (STOP, KILL):
                for pid in pids:
                    with contextlib.suppress(ProcessLookupError, PermissionError):
                        os.kill(pid, wanted)
            reap()
            pause(until)


def space_of(outer_process_space: str, mark: str) -> Space:
    """The best way on this system. `outer_process_space` is the check's own, so that ours can be told from it."""
    if not sys.platform.startswith("linux"):
        from shared.worker.marked import Marked

        return Marked(mark, lambda: [os.getpid()], reaps=True)
    if outer_process_space and process_space() != outer_process_space and os.getpid() < 10:
        return OwnProcessSpace()
    return Descendants()


def _usage(pids: list[int], baseline: int) -> Usage:
    memory = sum(max(0, proc.resident(pid) - baseline) for pid in pids)
    return Usage(len(pids), memory, proc.nameless_files(pids))


def pause(until: float) -> None:
    """Give dying processes a moment. Raises StillRunning after `until`."""
    if time.monotonic() > until:
        raise StillRunning
    time.sleep(0.0003)


def reap(pids: Iterable[int] = (-1,)) -> None:
    """Take note of children that have ended (-1: all of them), so that they are gone for good."""
    for pid in pids:
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(pid, os.WNOHANG)[0]:
                pass
