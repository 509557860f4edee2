"""Everything that several Socket.IO clients said and heard, merged into one order."""

from __future__ import annotations

import json
import time
from threading import Condition
from typing import Any

from shared.messages import socketio as words
from shared.verdict import Moment, MomentKind

MAX_MOMENTS = 5000
MAX_DATA = 2000


class Timeline:
    """Collects moments from all clients. `changed` is notified after each."""

    def __init__(self) -> None:
        self.changed = Condition()
        self._began = time.monotonic()
        self._moments: list[Moment] = []

    def add(self, who: str, kind: MomentKind, event: str = "", *data: Any) -> None:
        """Put down one moment, now."""
        with self.changed:
            if len(self._moments) < MAX_MOMENTS:
                seconds = round(time.monotonic() - self._began, 4)
                self._moments.append(Moment(seconds, who, kind, event, as_text(*data)))
            self.changed.notify_all()

    @property
    def moments(self) -> tuple[Moment, ...]:
        """All of them so far, oldest first."""
        with self.changed:
            return tuple(self._moments)


def as_text(*data: Any) -> str:
    """What came with an event, as JSON a person can read; empty for nothing."""
    if not data:
        return ""
    text = ", ".join(json.dumps(item, ensure_ascii=False, default=repr) for item in data)
    return text if len(text) <= MAX_DATA else text[:MAX_DATA] + "..."


def lines(moments: tuple[Moment, ...]) -> list[str]:
    """A line for each moment: when, who, and what in plain words."""
    return [f"{moment.seconds:6.3f} {moment.who}: {words.moment(moment)}" for moment in moments]
