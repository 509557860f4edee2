"""One installation at a time.

The operating system holds the lock and lets go of it when its holder ends, however that happens, so it cannot go stale.
"""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_BUSY = (BlockingIOError, PermissionError)  # flock raises the one, msvcrt the other
_PAUSE = 0.3  # seconds


@contextlib.contextmanager
def held(path: str, waiting: Callable[[], None]) -> Iterator[int]:
    """Hold the lock; ``waiting`` is called once where another process has it. Yields the open file's descriptor.

    A child that inherits the descriptor holds the lock too: a pip that outlives a killed parent is waited for.
    """
    os.makedirs(os.path.dirname(path), exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _wait_and_take(descriptor, waiting)
        yield descriptor
    finally:
        os.close(descriptor)


def _wait_and_take(descriptor: int, waiting: Callable[[], None]) -> None:
    told = False
    while True:
        try:
            return _take(descriptor)
        except _BUSY:
            if not told:
                waiting()
                told = True
            time.sleep(_PAUSE)
        except OSError:
            return  # a network drive without locks; going on is better than refusing
