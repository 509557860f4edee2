"""Socket.IO handlers that linger, so that two of them meet.

What goes wrong only where another handler comes in between two steps of one seldom goes wrong by chance. Where each
step takes a moment, it does every time; what a lock keeps apart stays apart. Runs inside the worker.
"""

from __future__ import annotations

import functools
import threading
import time
from collections.abc import Callable
from typing import Any

STEPS = 4
"""How many steps of a thread linger: those of a `connect` handler, but not every one of two hundred old messages."""


def linger(seconds: float) -> None:
    """From now on, wait this long before and after whatever enters a room or emits."""
    import socketio

    steps = threading.local()

    def lingering(step: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(step)
        def wait_and_do(*args: Any, **options: Any) -> Any:
            steps.done = getattr(steps, "done", 0) + 1
            pause = seconds if steps.done <= STEPS else 0.0
            time.sleep(pause)
            result = step(*args, **options)
            time.sleep(pause)
            return result

        return wait_and_do

    for name in ("enter_room", "emit"):
        setattr(socketio.Server, name, lingering(getattr(socketio.Server, name)))
