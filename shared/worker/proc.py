"""What Linux tells in /proc about the processes of a submission. Runs inside the worker host."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path


def all_pids() -> list[int]:
    """Every process that can be seen from here."""
    return [int(name) for name in os.listdir("/proc") if name.isdigit()]


def below(pid: int) -> Iterator[int]:
    """Children, their children, and so on."""
    waiting = [pid]
    while waiting:
        for child in _children(waiting.pop()):
            waiting.append(child)
            yield child


def resident(pid: int) -> int:
    """Bytes of memory that a process holds; 0 for one that has ended meanwhile."""
    return _memory(pid, 1)


def allocated(pid: int) -> int:
    """Bytes that a process may write to, held or not: what RLIMIT_DATA counts. 0 for one that has ended meanwhile."""
    return _memory(pid, 5)


def _memory(pid: int, place: int) -> int:
    """A number of /proc/PID/statm, in bytes; https://man7.org/linux/man-pages/man5/proc_pid_statm.5.html"""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[place])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def nameless_files(pids: list[int]) -> int:
    """Bytes in files that these processes hold open and that have no name any more: no folder shows them."""
    found: dict[tuple[int, int], int] = {}
    for pid in pids:
        with contextlib.suppress(OSError):  # it has ended meanwhile
            for name in os.listdir(f"/proc/{pid}/fd"):
                with contextlib.suppress(OSError):
                    about = os.stat(f"/proc/{pid}/fd/{name}")
                    if stat.S_ISREG(about.st_mode) and about.st_nlink == 0:
                        found[about.st_dev, about.st_ino] = about.st_blocks * 512
    return sum(found.values())


def _children(pid: int) -> list[int]:
    found: list[int] = []
    with contextlib.suppress(OSError, ValueError):
        for thread in os.listdir(f"/proc/{pid}/task"):
            listed = Path(f"/proc/{pid}/task/{thread}/children").read_text(encoding="ascii")
            found += [int(child) for child in listed.split()]
    return found
