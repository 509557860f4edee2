"""One listener's end of what a study publishes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from typing import Any

from shared.watching.events import Event


class Subscription:
    """Events since the subscription, in their order, each delivered once. Safe to read from any thread.

    Iterating waits for the next event and ends once the study or the subscription is closed; `get` waits a limited
    time, so that a server-sent stream can send a comment now and then to find out whether its reader has left.

        with study.subscribe() as events:
            for event in events: ...
    """

    def __init__(self, forget: Callable[[Subscription], None], into: SimpleQueue[Any] | None = None) -> None:
        self._queue: SimpleQueue[Event | None] = SimpleQueue() if into is None else into
        self._forget = forget
        self.closed = False

    def get(self, timeout: float | None = None) -> Event | None:
        """The next event; None where none came within `timeout` seconds, or none will come any more (see `closed`)."""
        if self.closed:
            return None
        try:
            event = self._queue.get(timeout=timeout)
        except Empty:
            return None
        if event is None:
            self.closed = True
        return event

    def put(self, event: Event | None) -> None:
        """Deliver an event; None says that none will follow. For the study alone."""
        self._queue.put(event)

    def close(self) -> None:
        """End it; whoever waits in `get` or iterates is woken."""
        self._forget(self)
        self._queue.put(None)

    def __iter__(self) -> Iterator[Event]:
        while (event := self.get()) is not None:
            yield event

    def __enter__(self) -> Subscription:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
