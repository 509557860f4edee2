"""What reaches the loop besides the events of the study, all through one queue."""

from __future__ import annotations

from dataclasses import dataclass
from queue import SimpleQueue

from shared.watching import Judged, Judging, SoFar, Trouble


@dataclass(frozen=True)
class Key:
    """A key was pressed: one character."""

    name: str


@dataclass(frozen=True)
class Redraw:
    """The screen has another size, or is ours again after somebody else has written on it (`after_others`)."""

    after_others: bool = False


@dataclass(frozen=True)
class Hangup:
    """Nobody sits before the terminal any more."""


Happening = Key | Redraw | Hangup | Judging | SoFar | Judged | Trouble

Happenings = SimpleQueue[Happening | None]
"""None: the study has ended."""
