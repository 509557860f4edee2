"""Ending and counting the processes of a submission where the system itself keeps no account of them."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable
from typing import Any

from shared.worker.ending import END_SECONDS, MARK, Usage, pause, reap

BARE_BYTES = 40 * 1024 * 1024
"""What a process holds that has only loaded Flask; forked children share most of it with their parent."""


class Marked:
    """macOS and Windows: the trees below `roots`, and whoever carries the job's mark.

    Who was once seen in a tree stays known, also when it hangs nowhere any more and has thrown its mark away.
    """

    poll_seconds = 0.1

    def __init__(self, mark: str, roots: Callable[[], Iterable[int]], *, reaps: bool = False) -> None:
        self.mark = mark
        self._reaps = reaps
        self._roots = roots
        self._known: dict[int, Any] = {}

    def usage(self) -> Usage:
        import psutil

        memory = 0
        processes = self._tree()
        for process in processes:
            with contextlib.suppress(psutil.Error):
                memory += max(0, process.memory_info().rss - BARE_BYTES)
        return Usage(len(processes), memory)

    def end(self) -> None:
        import psutil

        until = time.monotonic() + END_SECONDS
        while left := self._everybody():
            for process in left:
                with contextlib.suppress(psutil.Error):
                    process.kill()
            if self._reaps:
                reap([process.pid for process in left])
            psutil.wait_procs(left, timeout=0.05)
            pause(until)
        self._known.clear()

    def _tree(self) -> list[Any]:
        import psutil

        for pid in self._roots():
            with contextlib.suppress(psutil.Error):
                root = psutil.Process(pid)
                for process in (root, *root.children(recursive=True)):
                    self._known[process.pid] = process
        return [process for process in self._known.values() if process.pid != os.getpid() and _runs(process)]

    def _everybody(self) -> list[Any]:
        import psutil

        found = {process.pid: process for process in self._tree()}
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error, OSError):
                if process.environ().get(MARK) == self.mark and process.pid != os.getpid() and _runs(process):
                    found[process.pid] = process
        return list(found.values())


def _runs(process: Any) -> bool:
    import psutil

    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return False
