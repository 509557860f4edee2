"""Real Socket.IO clients against the learner's server, all of them written down in one timeline.

That something does *not* come is never judged by waiting. It is judged by a fence: an answer that must arrive behind
everything that was sent before. `settle` waits until the handlers of all events have ended and every client has
passed a fence; what has not come then was not sent.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from shared.messages import socketio as words
from shared.probes.deadline import Deadline
from shared.probes.http_line import Dial
from shared.probes.socket_client import SocketClient
from shared.probes.socket_line import EITHER, POLLING, UPGRADE, WEBSOCKET
from shared.probes.timeline import Timeline

__all__ = ["EITHER", "POLLING", "UPGRADE", "WEBSOCKET", "SocketClient", "Sockets"]

REPORT_SECONDS = 0.3
NAMES = ("가", "나", "다", "라", "마", "바", "사", "아", "자", "차")


class Sockets:
    """Makes clients; all of them end with the step. `errors` counts what the app's handlers have raised so far."""

    def __init__(self, base_url: str, dial: Dial, deadline: Deadline, errors: Callable[[], int] | None = None) -> None:
        self.base_url = base_url
        self.dial = dial
        self.deadline = deadline
        self._errors = errors if errors is not None else (lambda: 0)
        self._errors_before = self._errors()
        self.timeline = Timeline()
        self.did = ""  # the last thing that any of the clients did, in words
        self.waits_for_a_cut = False  # nobody tells when the server has noticed that a line was cut
        self._clients: list[SocketClient] = []

    def connect(self, auth: Any = None, *, transports: tuple[str, ...] = EITHER, who: str = "") -> SocketClient:
        """A client that is connected: the server has accepted it, and its `connect` handler has ended.

        Raises:
            Mismatch: it was refused, or nothing happened in time.
        """
        client = self._client(who)
        self.remember_errors()
        client.try_connect(auth, transports)
        if client.ending != "connects":
            raise client.ended_otherwise(words.CONNECTS)
        return client

    def refused(self, auth: Any = None, *, transports: tuple[str, ...] = EITHER) -> str:
        """Try to connect and be refused by the app; gives the message of the refusal.

        Raises:
            Mismatch: the server has accepted, or has not answered.
        """
        client = self.attempt(auth, transports=transports)
        if client.ending != "refused":
            raise client.ended_otherwise(words.REFUSES)
        return client.refusal

    def attempt(self, auth: Any = None, *, transports: tuple[str, ...] = EITHER) -> SocketClient:
        """Try to connect; the client's `ending` tells what became of it."""
        client = self._client("")
        self.remember_errors()
        client.try_connect(auth, transports)
        return client

    def remember_errors(self) -> None:
        """From now on, only later errors of handlers count."""
        self._errors_before = self._errors()

    def has_failed(self) -> bool:
        """Whether a handler has raised something since the last event was sent."""
        return self._errors() > self._errors_before

    def wait_for_failure(self) -> None:
        """Give the report of a handler's error the time to arrive: it travels another way than events."""
        until = time.monotonic() + REPORT_SECONDS
        while not self.has_failed() and time.monotonic() < until:
            time.sleep(0.01)

    def is_idle(self) -> bool:
        """Whether no more events will follow from what was sent: all handlers have ended, or one has failed."""
        if self.has_failed():
            return True
        return not self.waits_for_a_cut and not any(client.handlers_running for client in self._clients)

    def settle(self) -> None:
        """Wait until everything that follows from what the clients have sent has arrived at all of them.

        Raises:
            Mismatch: the server does not answer any more.
        """
        for client in self._clients:
            client.wait_for_handlers()
        for client in self._clients:
            client.fence()

    def end(self) -> None:
        """Take all clients away."""
        for client in self._clients:
            client.vanish()

    def _client(self, who: str) -> SocketClient:
        client = SocketClient(self, who or NAMES[len(self._clients) % len(NAMES)])
        self._clients.append(client)
        return client
