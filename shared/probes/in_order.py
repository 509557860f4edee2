"""A Socket.IO client that handles what arrives in the order in which it arrives, and that can ask for a fence.

The library's own client starts a thread for each message, so two that arrive together may be handled in either order.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
from collections.abc import Callable
from typing import Any

import engineio
import requests
import socketio as library

FENCE = "/workbook-fence-"
"""Namespaces of this name exist in no app."""

_QUIET = logging.getLogger("shared.probes.in_order")
_QUIET.addHandler(logging.NullHandler())
_QUIET.propagate = False


class InOrder(library.Client):  # type: ignore[misc]  # the library carries no types
    """Tells `on_connected`, `on_refused` (with the server's reason), `on_lost` and `on_event` what happens.

    A fence is a request to connect to a namespace that does not exist. The server reads what a client sends one by
    one, and refuses this after it has finished with all connecting and disconnecting before. Its answer comes behind
    everything that it has put into this client's queue until then.
    """

    def __init__(
        self,
        session: requests.Session,
        *,
        seconds: float,
        on_connected: Callable[[], None],
        on_refused: Callable[[Any], None],
        on_lost: Callable[[], None],
        on_event: Callable[..., None],
        on_fence: Callable[[], None],
    ) -> None:
        super().__init__(
            reconnection=False,
            handle_sigint=False,
            logger=_QUIET,
            engineio_logger=_QUIET,
            http_session=session,
            request_timeout=seconds,
        )
        self.fences_passed = 0
        self._fences_sent = 0
        self._on_refused = on_refused
        self._on_fence = on_fence
        self.on("connect", lambda *_: on_connected())
        self.on("disconnect", lambda *_: on_lost())
        self.on("*", on_event)

    def send_fence(self) -> int:
        """Ask for a fence; gives the number of fences that will have passed then."""
        self._fences_sent += 1
        self._send_packet(self.packet_class(library.packet.CONNECT, namespace=f"{FENCE}{self._fences_sent}"))
        return self._fences_sent

    def send_goodbye(self) -> None:
        """Tell the server that this client leaves, and keep the line for an answer."""
        self._send_packet(self.packet_class(library.packet.DISCONNECT, namespace="/"))

    def cut(self) -> None:
        """End the line, so that nothing more goes out or comes in."""
        with contextlib.suppress(Exception):  # whatever state it is in, it goes
            if self.eio.ws is not None:
                self.eio.ws.sock.shutdown(socket.SHUT_RDWR)

    def close_later(self, sockets: list[socket.socket]) -> None:
        """Disconnect in a thread: on WebSocket this can take seconds, while the server has long understood.

        The library does not close `sockets` that it was handed.
        """

        def close() -> None:
            with contextlib.suppress(Exception):
                self.disconnect()
            for sock in sockets:
                sock.close()

        threading.Thread(target=close, daemon=True).start()

    def _handle_connect(self, namespace: str | None, data: Any) -> None:
        if self._is_fence(namespace):
            return
        super()._handle_connect(namespace, data)

    def _handle_error(self, namespace: str | None, data: Any) -> None:
        if self._is_fence(namespace):
            return
        super()._handle_error(namespace, data)
        self._on_refused(data)

    def _handle_disconnect(self, namespace: str | None) -> None:
        # It waits for the thread that reads, which is the one that calls it here.
        threading.Thread(target=super()._handle_disconnect, args=(namespace,), daemon=True).start()

    def _is_fence(self, namespace: str | None) -> bool:
        if not (namespace or "").startswith(FENCE):
            return False
        self.fences_passed += 1
        self._on_fence()
        return True

    def _engineio_client_class(self) -> type:
        return _Engine


class _Engine(engineio.Client):  # type: ignore[misc]
    def _trigger_event(self, event: str, *args: Any, run_async: bool = False, **options: Any) -> Any:
        return super()._trigger_event(event, *args, run_async=False, **options)
