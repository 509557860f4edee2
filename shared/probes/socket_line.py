"""The line between one Socket.IO client of a check and the server: how it comes to stand, how it ends, its fences."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

import socketio as library

from shared.messages import socketio as words
from shared.probes.dialled import session
from shared.probes.event_data import as_text
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


class SocketLine:
    """The line of the client that is called `who` in the timeline.

    `ending` is how connecting has ended, and `refusal` why the server has refused it, where it has.
    """

    def __init__(self, sockets: Sockets, who: str) -> None:
        self.who = who
        self.sid = ""
        self.ending: Ending = "late"
        self.refusal = ""
        self._sockets = sockets
        self._timeline = sockets.timeline
        self._state: Literal["", "connects", "refused", "leaves", "lost"] = ""
        self._dialled: list[socket.socket] = []
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

    def try_connect(self, auth: Any, transports: tuple[str, ...]) -> None:
        """Connect and wait for what becomes of it."""
        self.ending = self._try_connect(auth, transports)

    def leave(self) -> None:
        """Disconnect properly; comes back when the server's `disconnect` handler has ended."""
        self._timeline.add(self.who, "leaves")
        self._sockets.did = words.DID_LEAVE.format(who=self.who)
        self._state = "leaves"
        self._say_goodbye(self._left())
        self._io.close_later(self._dialled)

    def drop(self) -> None:
        """Cut the line without a word, as a telephone without a signal does.

        A polling client has no line: the server would find out by its time limit only, so such a client just leaves.
        """
        if self.transport != "websocket":
            self.leave()
            return
        self._timeline.add(self.who, "drops")
        self._sockets.did = words.DID_DROP.format(who=self.who)
        self._sockets.waits_for_a_cut = True
        self.vanish()

    def vanish(self) -> None:
        """Go, in whatever state it is, and leave no trace in the timeline."""
        if self._state == "connects" and self.transport != "websocket":
            self._say_goodbye(END_SECONDS)
        self._state = "lost"
        self._io.cut()
        self._io.close_later(self._dialled)

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
        return Mismatch(message, timeline=self._timeline.moments, **{"did": self._sockets.did or None, **facts})

    def _try_connect(self, auth: Any, transports: tuple[str, ...]) -> Ending:
        self._sockets.did = words.DID_CONNECT.format(who=self.who, auth=as_text(auth))
        self._timeline.add(self.who, "asks", "", *([auth] if auth is not None else []))
        if not any(self._reach(auth, attempt) for attempt in ([transports] if transports else [WEBSOCKET, POLLING])):
            return "unreachable"
        fence = self._io.send_fence()
        self._wait(lambda: self._state != "" or self._io.fences_passed >= fence)
        if self._state:
            return "refused" if self._state == "refused" else "connects"
        if self._io.fences_passed < fence:
            return "late"
        self._timeline.add(self.who, "misses", words.ANSWER_TO_CONNECTING)
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

    def _dial(self) -> socket.socket:
        made = self._sockets.dial(max(0.05, self._left()))
        made.settimeout(None)
        self._dialled.append(made)
        with contextlib.suppress(OSError):  # without this a small message may wait 40 ms for the one before
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return made

    def _on_event(self, event: str, *data: Any) -> None:
        raise NotImplementedError

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
