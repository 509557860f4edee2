"""One Socket.IO client of a check: connects, sends, listens, and puts everything down in the timeline."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

import socketio as library

from shared.messages import socketio as words
from shared.probes.client import same
from shared.probes.dialled import session
from shared.probes.event_data import as_text, has, one
from shared.probes.in_order import InOrder
from shared.probes.mismatch import Mismatch

if TYPE_CHECKING:
    from shared.probes.socketio import Sockets

WEBSOCKET, POLLING, UPGRADE = ("websocket",), ("polling",), ("polling", "websocket")
EITHER: tuple[str, ...] = ()
"""WebSocket, or polling where the server does not speak that."""

HANDLER_SECONDS = 1.0
"""How long a handler's end, or what it sends from another thread, may come behind the last sign of it."""

END_SECONDS = 0.5
"""How long the end of a step waits for the server to notice that a polling client has gone."""

LOOK_SECONDS = 0.1
"""How often to look whether a handler has failed, while something is awaited."""

Ending = Literal["connects", "refused", "unanswered", "unreachable", "late"]


class SocketClient:
    """One client. `who` is its name in the timeline.

    `ending` is how connecting has ended, and `refusal` why the server has refused it, where it has.
    """

    def __init__(self, sockets: Sockets, who: str) -> None:
        self.who = who
        self.sid = ""
        self.ending: Ending = "late"
        self.refusal = ""
        self.did = ""
        self._sockets = sockets
        self._timeline = sockets.timeline
        self._heard: list[tuple[str, tuple[Any, ...]]] = []
        self._state: Literal["", "connects", "refused", "leaves", "lost"] = ""
        self.handlers_running = 0
        self._io = InOrder(
            session(self._dial),
            seconds=max(0.05, self._left()),
            on_connected=self._on_connected,
            on_refused=self._on_refused,
            on_lost=self._on_lost,
            on_event=self._on_event,
            on_fence=self._notify,
        )

    @property
    def transport(self) -> str:
        """`websocket` or `polling`."""
        return str(self._io.transport())

    @property
    def heard(self) -> list[tuple[str, tuple[Any, ...]]]:
        """All events so far that were not taken by `hears`, with their data, oldest first."""
        with self._timeline.changed:
            return [item for item in self._heard if item is not _TAKEN]

    def try_connect(self, auth: Any, transports: tuple[str, ...]) -> None:
        """Connect and wait for what becomes of it."""
        self.ending = self._try_connect(auth, transports)

    def emit(self, event: str, *data: Any) -> None:
        """Send an event and wait for nothing."""
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
        return self.mismatch(
            expected=expected, got=words.HEARD_OTHER.format(who=self.who, event=event, data=as_text(*data))
        )

    def leave(self) -> None:
        """Disconnect properly; comes back when the server's `disconnect` handler has ended."""
        self._timeline.add(self.who, "leaves")
        self._state = "leaves"
        self._say_goodbye(self._left())
        self._io.close_later()

    def drop(self) -> None:
        """Cut the line without a word, as a telephone without a signal does.

        A polling client has no line: the server would find out by its time limit only, so such a client just leaves.
        """
        if self.transport != "websocket":
            self.leave()
            return
        self._timeline.add(self.who, "drops")
        self._sockets.waits_for_a_cut = True
        self.vanish()

    def vanish(self) -> None:
        """Go, in whatever state it is, and leave no trace in the timeline."""
        if self._state == "connects" and self.transport != "websocket":
            self._say_goodbye(END_SECONDS)
        self._state = "lost"
        self._io.cut()
        self._io.close_later()

    def wait_for_handlers(self) -> None:
        """Wait until the server has ended the handlers of all events of this client, if it does."""
        with self._timeline.changed:
            until = min(HANDLER_SECONDS, self._left())
            self._timeline.changed.wait_for(lambda: self.handlers_running == 0 or self._state != "connects", until)
            self.handlers_running = 0

    def fence(self) -> None:
        """Wait until everything that the server has sent to this client so far has arrived.

        Raises:
            Mismatch: the server does not answer any more.
        """
        if self._state != "connects":
            return
        fence = self._io.send_fence()
        self._wait(lambda: self._io.fences_passed >= fence or self._is_lost())
        if self._io.fences_passed < fence and not self._is_lost():
            raise self.mismatch(expected=words.ANSWERS, got=words.SILENT.format(seconds=self._sockets.deadline.seconds))

    def ended_otherwise(self, expected: str) -> Mismatch:
        """The mismatch where connecting should have ended in another way."""
        got = words.ENDINGS[self.ending].format(seconds=self._sockets.deadline.seconds, message=self.refusal)
        return self.mismatch(words.UNREACHABLE if self.ending == "unreachable" else None, expected=expected, got=got)

    def mismatch(self, message: str | None = None, **facts: Any) -> Mismatch:
        """A mismatch that carries the timeline."""
        return Mismatch(message, timeline=self._timeline.moments, **{"did": self.did or None, **facts})

    def _try_connect(self, auth: Any, transports: tuple[str, ...]) -> Ending:
        self.did = f"io.connect({self._sockets.base_url!r}, auth={auth!r})"
        self._timeline.add(self.who, "asks", "", *([auth] if auth is not None else []))
        if not any(self._reach(auth, attempt) for attempt in ([transports] if transports else [WEBSOCKET, POLLING])):
            return "unreachable"
        fence = self._io.send_fence()
        self._wait(lambda: self._state != "" or self._io.fences_passed >= fence)
        if self._state:
            return "refused" if self._state == "refused" else "connects"
        if self._io.fences_passed < fence:
            return "late"
        self._sockets.wait_for_failure()
        return "unanswered"

    def _reach(self, auth: Any, transports: tuple[str, ...]) -> bool:
        try:
            if "websocket" in transports:
                self._io.eio.websocket_extra_options["socket"] = self._dial()
            self._io.connect(self._sockets.base_url, auth=auth, transports=list(transports), wait=False)
        except (library.exceptions.ConnectionError, OSError):
            return False
        return True

    def _say_goodbye(self, seconds: float) -> None:
        self._io.send_goodbye()
        fence = self._io.send_fence()
        with self._timeline.changed:
            self._timeline.changed.wait_for(lambda: self._io.fences_passed >= fence, seconds)

    def _send(self, event: str, data: tuple[Any, ...], acknowledged: Callable[..., None]) -> None:
        self._timeline.add(self.who, "sends", event, *data)
        self.did = words.said(self.who, event, as_text(*data))
        self._sockets.remember_errors()
        try:
            self._io.emit(event, data, callback=acknowledged)
        except library.exceptions.SocketIOError as error:
            raise self.mismatch(expected=words.CONNECTS, got=words.GONE) from error

    def _dial(self) -> socket.socket:
        made = self._sockets.dial(max(0.05, self._left()))
        made.settimeout(None)
        with contextlib.suppress(OSError):  # without this a small message may wait 40 ms for the one before
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return made

    def _on_connected(self) -> None:
        self.sid = str(self._io.get_sid())
        self._state = "connects"
        self._timeline.add(self.who, "connects")

    def _on_refused(self, data: Any) -> None:
        message = data.get("message") if isinstance(data, dict) else data
        self.refusal = str(message or "")
        self._state = "refused"
        self._timeline.add(self.who, "refused", "", *([data] if data else []))

    def _on_lost(self) -> None:
        if self._state == "connects":
            self._state = "lost"
            self._timeline.add(self.who, "lost")

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

    def _is_lost(self) -> bool:
        return self._state == "lost"

    def _notify(self) -> None:
        with self._timeline.changed:
            self._timeline.changed.notify_all()

    def _wait(self, condition: Callable[[], bool]) -> bool:
        with self._timeline.changed:
            return self._timeline.changed.wait_for(condition, self._left())

    def _comes(self, condition: Callable[[], bool], is_over: Callable[[], bool]) -> bool:
        """As `_wait`, but not much longer than until `is_over`, and not at all on a line that is lost."""
        with self._timeline.changed:
            while not condition() and not self._is_lost() and not is_over() and self._left():
                self._timeline.changed.wait(min(LOOK_SECONDS, self._left()))
        if not condition() and not self._is_lost() and self._left():
            self.fence()
            with self._timeline.changed:
                self._timeline.changed.wait_for(condition, min(HANDLER_SECONDS, self._left()))
        return condition()

    def _left(self) -> float:
        return self._sockets.deadline.left()


_TAKEN: tuple[str, tuple[Any, ...]] = ("", ())
