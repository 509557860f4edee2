"""What a worker host asks of the Linux kernel for itself and its children. Elsewhere these functions do nothing."""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import Any

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_CHILD_SUBREAPER = 36
SIGKILL = 9


def process_space() -> str:
    """A name for the process id namespace we are in; empty where the system has none."""
    try:
        return os.readlink("/proc/self/ns/pid")
    except OSError:
        return ""


def adopt_orphans() -> None:
    """Become the parent of every process below this one whose own parent ends (Linux)."""
    _prctl(PR_SET_CHILD_SUBREAPER, 1)


def die_with_parent() -> None:
    """End this process when the one that has forked it ends (Linux)."""
    _prctl(PR_SET_PDEATHSIG, SIGKILL)


def hide_from_ptrace(hidden: bool) -> None:
    """Let no process of the same user look into this one's memory or take its open files (Linux)."""
    _prctl(PR_SET_DUMPABLE, 0 if hidden else 1)


def _prctl(option: int, value: int) -> None:
    if not sys.platform.startswith("linux"):
        return
    _library().prctl(option, value, 0, 0, 0)


@cache
def _library() -> Any:
    import ctypes  # only a host pays for it

    return ctypes.CDLL(None)
