"""One Socket.IO client of a check: sends, listens, and puts everything down in the timeline."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import socketio as library

from shared.messages import socketio as words
from shared.probes.client import same
from shared.probes.event_data import as_text, has, one
from shared.probes.mismatch import Mismatch
from shared.probes.socket_line import HANDLER_SECONDS, SocketLine

if TYPE_CHECKING:
    from shared.probes.socketio import Sockets


class SocketClient(SocketLine):
    """One client. `handlers_running` counts its events whose handlers have not ended yet, as far as is known."""

    def __init__(self, sockets: Sockets, who: str) -> None:
        self.handlers_running = 0
        self._heard: list[tuple[str, tuple[Any, ...]]] = []
        super().__init__(sockets, who)

    @property
    def heard(self) -> list[tuple[str, tuple[Any, ...]]]:
        """All events so far that were not taken by `hears`, with their data, oldest first."""
        with self._timeline.changed:
            return [item for item in self._heard if item is not _TAKEN]

    def emit(self, event: str, *data: Any) -> None:
        """Send an event and wait for nothing."""
        with self._timeline.changed:
            self.handlers_running += 1
        self._send(event, data, lambda *_: self._handler_ended())

    def call(self, event: str, *data: Any) -> Any:
        """Send an event and wait for its acknowledgement; gives it back.

        Raises:
            Mismatch: no acknowledgement came in time.
        """
        answers: list[tuple[Any, ...]] = []

        def acknowledged(*values: Any) -> None:
            answers.append(values)
            self._timeline.add(self.who, "acknowledged", event, *values)

        self._send(event, data, acknowledged)
        if not self._comes(lambda: bool(answers), self._sockets.has_failed):
            self._timeline.add(self.who, "unacknowledged", event)
            raise self.mismatch(
                expected=words.ACKNOWLEDGED.format(event=event), got=words.LOST if self._is_lost() else words.NO_ACK
            )
        return one(answers[0])

    def is_answered(self, event: str, *data: Any, **wanted: Any) -> dict[str, Any]:
        """Send an event and wait for an acknowledgement that is an object with these keys and values, among others.

        Raises:
            Mismatch: no acknowledgement came in time, or another one.
        """
        answer = self.call(event, *data)
        if not has(answer, wanted):
            raise self.mismatch(expected=words.acknowledged(event, as_text(wanted)), got=as_text(answer))
        return dict(answer)

    def hears(self, event: str, *expected: Any) -> Any:
        """Wait for the next event of this name; compare its data where some is given; give the data back.

        Events of other names that came before are passed over; those of this name are taken one by one.

        Raises:
            Mismatch: it has not come in time, or with other data.
        """
        found = self._next(event)
        if found is None:
            self._timeline.add(self.who, "misses", event, *expected)
            raise self.mismatch(
                expected=words.hears(self.who, event, as_text(*expected)),
                got=words.HEARD_NOTHING.format(who=self.who, event=event),
            )
        if expected and not same(list(found), list(expected)):
            raise self.heard_other(event, words.hears(self.who, event, as_text(*expected)), *found)
        return one(found)

    def hears_with(self, event: str, **wanted: Any) -> dict[str, Any]:
        """As `hears`, for an object that has these keys and values, among others.

        Raises:
            Mismatch: it has not come in time, or without them.
        """
        data = self.hears(event)
        if not has(data, wanted):
            raise self.heard_other(event, words.hears(self.who, event, as_text(wanted)), data)
        return dict(data)

    def has_not_heard(self, event: str) -> None:
        """After everything has settled, no event of this name has come that was not taken yet.

        Raises:
            Mismatch: one has come.
        """
        self._sockets.settle()
        came = [data for name, data in self.heard if name == event]
        if came:
            raise self.heard_other(event, words.HEARS_NOT.format(who=self.who, event=event), *came[0])

    def heard_other(self, event: str, expected: str, *data: Any) -> Mismatch:
        """The mismatch for an event that should not have come, or not with this data."""
        if expected == words.HEARS_NOT.format(who=self.who, event=event):
            self._timeline.should_not_have_come(self.who, event, *data)
        return self.mismatch(
            expected=expected, got=words.HEARD_OTHER.format(who=self.who, event=event, data=as_text(*data))
        )

    def wait_for_handlers(self) -> None:
        """Wait until the server has ended the handlers of all events of this client, if it does."""
        with self._timeline.changed:
            until = min(HANDLER_SECONDS, self._left())
            self._timeline.changed.wait_for(lambda: self.handlers_running == 0 or self._state != "connects", until)
            self.handlers_running = 0

    def _send(self, event: str, data: tuple[Any, ...], acknowledged: Callable[..., None]) -> None:
        self._timeline.add(self.who, "sends", event, *data)
        self._sockets.did = words.said(self.who, event, as_text(*data))
        self._sockets.remember_errors()
        try:
            self._io.emit(event, data, callback=acknowledged)
        except library.exceptions.SocketIOError as error:
            raise self.mismatch(expected=words.CONNECTS, got=words.GONE) from error

    def _on_event(self, event: str, *data: Any) -> None:
        with self._timeline.changed:
            self._heard.append((event, data))
        self._timeline.add(self.who, "hears", event, *data)

    def _handler_ended(self) -> None:
        with self._timeline.changed:
            self.handlers_running = max(0, self.handlers_running - 1)
            self._timeline.changed.notify_all()

    def _next(self, event: str) -> tuple[Any, ...] | None:
        def find() -> int | None:
            return next((i for i, (name, _) in enumerate(self._heard) if name == event), None)

        self._comes(lambda: find() is not None, self._sockets.is_idle)
        with self._timeline.changed:
            index = find()
            if index is None:
                return None
            data = self._heard[index][1]
            self._heard[index] = _TAKEN
            return data


_TAKEN: tuple[str, tuple[Any, ...]] = ("", ())
