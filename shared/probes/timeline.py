"""Everything that several Socket.IO clients said and heard, merged into one order."""

from __future__ import annotations

import time
from dataclasses import replace
from threading import Condition
from typing import Any

from shared.probes.event_data import as_text
from shared.verdict import Moment, MomentKind

MAX_MOMENTS = 5000


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

    def should_not_have_come(self, who: str, event: str, *data: Any) -> None:
        """Mark the last time a client heard this."""
        with self.changed:
            for place in reversed(range(len(self._moments))):
                moment = self._moments[place]
                if (moment.kind, moment.who, moment.event, moment.data) == ("hears", who, event, as_text(*data)):
                    self._moments[place] = replace(moment, kind="unwanted")
                    return

    @property
    def moments(self) -> tuple[Moment, ...]:
        """All of them so far, oldest first."""
        with self.changed:
            return tuple(self._moments)
