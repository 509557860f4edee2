"""Real Socket.IO clients against the learner's server, all of them written down in one timeline.

That something does *not* come is never judged by waiting. It is judged by a fence: a later event that must arrive.
Events reach one client in the order in which the server sent them, so when the acknowledgement of a fence is there,
whatever was sent to that client before has come too.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Any

import socketio as library

from shared.messages import socketio as words
from shared.probes.client import same
from shared.probes.deadline import Deadline
from shared.probes.dialled import session
from shared.probes.http import Dial
from shared.probes.mismatch import Mismatch
from shared.probes.timeline import Timeline, as_text
from shared.verdict import MomentKind

NAMES = ("가", "나", "다", "라", "마", "바", "사", "아", "자", "차")
WEBSOCKET, POLLING = ("websocket",), ("polling",)
END_SECONDS = 0.5


class Sockets:
    """Makes clients; all of them end with the step."""

    def __init__(self, base_url: str, dial: Dial, deadline: Deadline) -> None:
        self.base_url = base_url
        self.dial = dial
        self.deadline = deadline
        self.timeline = Timeline()
        self._clients: list[SocketClient] = []

    def connect(self, auth: Any = None, *, transports: tuple[str, ...] = WEBSOCKET, who: str = "") -> SocketClient:
        """A client that is connected: the server has accepted it.

        Raises:
            Mismatch: it was refused, or nothing happened in time.
        """
        client = self._client(who)
        if client.try_connect(auth, transports) != "connects":
            raise client.mismatch(
                words.NOT_CONNECTED, expected=words.CONNECTS, got=client.refusal or words.REFUSES, did=client.did
            )
        return client

    def refused(self, auth: Any = None, *, transports: tuple[str, ...] = WEBSOCKET) -> str:
        """Try to connect and be refused; gives the message of the refusal.

        Raises:
            Mismatch: the server has accepted, or nothing happened in time.
        """
        client = self._client("")
        if client.try_connect(auth, transports) != "refused":
            raise client.mismatch(expected=words.REFUSES, got=words.WAS_ACCEPTED, did=client.did)
        return client.refusal

    def end(self) -> None:
        """Take all clients away."""
        for client in self._clients:
            client.drop()

    def _client(self, who: str) -> SocketClient:
        client = SocketClient(self, who or NAMES[len(self._clients) % len(NAMES)])
        self._clients.append(client)
        return client


class SocketClient:
    """One client. `who` is its name in the timeline."""

    def __init__(self, sockets: Sockets, who: str) -> None:
        self.who = who
        self.refusal = ""
        self.did = ""
        self._sockets = sockets
        self._timeline = sockets.timeline
        self._deadline = sockets.deadline
        self._heard: list[tuple[str, tuple[Any, ...]]] = []
        self._taken = 0
        self._state = ""
        self._io = library.Client(reconnection=False, handle_sigint=False, http_session=session(self._dial))
        self._io.on("connect", lambda *_: self._became("connects"))
        self._io.on("connect_error", self._on_refused)
        self._io.on("disconnect", lambda *_: self._became("lost"))
        self._io.on("*", self._on_event)

    @property
    def sid(self) -> str:
        """The id by which the server knows this client."""
        return str(self._io.get_sid())

    @property
    def transport(self) -> str:
        """`websocket` or `polling`."""
        return str(self._io.transport())

    def try_connect(self, auth: Any, transports: tuple[str, ...]) -> str:
        """Connect and wait for an answer: `connects`, `refused`, or empty where none came in time."""
        if "websocket" in transports:
            self._io.eio.websocket_extra_options["socket"] = self._dial()
        self.did = f"io.connect({self._sockets.base_url!r}, auth={auth!r})"
        try:
            self._io.connect(
                self._sockets.base_url, auth=auth, transports=list(transports), wait=False, wait_timeout=self._left()
            )
        except library.exceptions.ConnectionError as error:
            self._on_refused({"message": str(error)})
        self._wait(lambda: self._state != "")
        if not self._state:
            raise self.mismatch(
                expected=words.CONNECTS,
                got=words.NO_END_OF_CONNECTING.format(seconds=self._deadline.seconds),
                did=self.did,
            )
        return self._state

    def emit(self, event: str, *data: Any) -> None:
        """Send an event and wait for nothing."""
        self._timeline.add(self.who, "sends", event, *data)
        self.did = words.SAID.format(who=self.who, event=event, data=as_text(*data))
        try:
            self._io.emit(event, data if len(data) != 1 else data[0])
        except library.exceptions.SocketIOError as error:
            raise self.mismatch(expected=words.CONNECTS, got=words.GONE, did=self.did) from error

    def call(self, event: str, *data: Any) -> Any:
        """Send an event and wait for its acknowledgement; gives it back.

        Raises:
            Mismatch: no acknowledgement came in time.
        """
        self._timeline.add(self.who, "sends", event, *data)
        self.did = words.SAID.format(who=self.who, event=event, data=as_text(*data))
        try:
            answer = self._io.call(event, data if len(data) != 1 else data[0], timeout=max(0.05, self._left()))
        except library.exceptions.TimeoutError as error:
            got = words.NO_ACK.format(seconds=self._deadline.seconds)
            raise self.mismatch(expected=words.ACKNOWLEDGED.format(event=event), got=got, did=self.did) from error
        except library.exceptions.SocketIOError as error:
            raise self.mismatch(expected=words.CONNECTS, got=words.GONE, did=self.did) from error
        self._timeline.add(self.who, "acknowledged", event, answer)
        return answer

    def hears(self, event: str, *expected: Any) -> Any:
        """Wait for the next event of this name; compare its data where some is given; give the data back.

        Events of other names that came before are passed over; those of this name are taken one by one.

        Raises:
            Mismatch: it has not come in time, or with other data.
        """
        found = self._next(event)
        if found is None:
            wanted = words.HEARS_DATA if expected else words.HEARS
            raise self.mismatch(
                expected=wanted.format(who=self.who, event=event, data=as_text(*expected)),
                got=words.HEARD_NOTHING.format(who=self.who, event=event),
            )
        if expected and not same(list(found), list(expected)):
            raise self.mismatch(
                expected=words.HEARS_DATA.format(who=self.who, event=event, data=as_text(*expected)),
                got=words.HEARD_OTHER.format(who=self.who, event=event, data=as_text(*found)),
            )
        return found[0] if len(found) == 1 else (found or None)

    def has_not_heard(self, event: str) -> None:
        """No event of this name has come that was not taken yet. To be asked behind a fence.

        Raises:
            Mismatch: one has come.
        """
        waiting = [data for name, data in self._waiting() if name == event]
        if waiting:
            raise self.mismatch(
                expected=words.HEARS_NOT.format(who=self.who, event=event),
                got=words.HEARD_OTHER.format(who=self.who, event=event, data=as_text(*waiting[0])),
            )

    @property
    def heard(self) -> list[tuple[str, tuple[Any, ...]]]:
        """All events so far with their data, taken or not, oldest first."""
        with self._timeline.changed:
            return list(self._heard)

    def leave(self) -> None:
        """Disconnect properly."""
        self._timeline.add(self.who, "leaves")
        # On WebSocket this can take seconds, while the server has long understood.
        threading.Thread(target=self._quietly_disconnect, daemon=True).start()

    def drop(self) -> None:
        """Cut the line without a word, as a telephone without a signal does."""
        with contextlib.suppress(Exception):  # whatever state it is in, it goes
            if self._io.eio.ws is not None:
                self._io.eio.ws.sock.shutdown(socket.SHUT_RDWR)
        threading.Thread(target=self._quietly_disconnect, daemon=True).start()

    def mismatch(self, message: str | None = None, **facts: Any) -> Mismatch:
        """A mismatch that carries the timeline."""
        return Mismatch(message, timeline=self._timeline.moments, **{"did": self.did or None, **facts})

    def _dial(self) -> socket.socket:
        made = self._sockets.dial(max(0.05, self._left()))
        made.settimeout(None)
        return made

    def _quietly_disconnect(self) -> None:
        with contextlib.suppress(Exception):
            self._io.disconnect()

    def _became(self, kind: MomentKind) -> None:
        self._state = kind
        self._timeline.add(self.who, kind)

    def _on_refused(self, data: Any = None) -> None:
        message = data.get("message") if isinstance(data, dict) else data
        self.refusal = str(message or "")
        self._state = "refused"
        self._timeline.add(self.who, "refused", "", *([data] if data else []))

    def _on_event(self, event: str, *data: Any) -> None:
        with self._timeline.changed:
            self._heard.append((event, data))
        self._timeline.add(self.who, "hears", event, *data)

    def _waiting(self) -> list[tuple[str, tuple[Any, ...]]]:
        with self._timeline.changed:
            return [item for item in self._heard if item is not _TAKEN]

    def _next(self, event: str) -> tuple[Any, ...] | None:
        def find() -> int | None:
            return next((i for i, (name, _) in enumerate(self._heard) if name == event), None)

        if not self._wait(lambda: find() is not None):
            return None
        with self._timeline.changed:
            index = find()
            assert index is not None
            data = self._heard[index][1]
            self._heard[index] = _TAKEN
            return data

    def _wait(self, condition: Any) -> bool:
        with self._timeline.changed:
            return bool(self._timeline.changed.wait_for(condition, self._left()))

    def _left(self) -> float:
        return self._deadline.left()


_TAKEN: tuple[str, tuple[Any, ...]] = ("", ())
