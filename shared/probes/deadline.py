"""The time that is left for a step, shared by all its probes."""

from __future__ import annotations

import time
from collections.abc import Callable


class Deadline:
    """Counts down from `seconds`. The clock is passed in, so that a test need not wait."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.seconds = seconds
        self._clock = clock
        self._until = clock() + seconds

    def left(self) -> float:
        """Seconds left, never below zero."""
        return max(0.0, self._until - self._clock())

    def over(self) -> bool:
        """Whether no time is left."""
        return self._clock() >= self._until
