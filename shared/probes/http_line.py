"""The connection of one HTTP exchange, on which nothing waits longer than the step has time.

It is urllib3's connection, as requests uses it, without the pools and adapters around it: a check that asks four
questions spends more time in those than on the wire.
"""

from __future__ import annotations

import contextlib
import errno
import socket
from collections.abc import Callable
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import requests
from urllib3.connection import HTTPConnection
from urllib3.response import HTTPResponse

from shared.probes.deadline import Deadline

LARGE_UPLOAD = 64 * 1024

Dial = Callable[..., socket.socket]
"""Connects to the server, given a time limit in seconds; with `source`, from that address. Raises OSError."""


class Line:
    """One request and its reply. `close` gives everything back."""

    def __init__(self, dial: Dial, deadline: Deadline) -> None:
        self._dial = dial
        self._deadline = deadline
        self._opened: list[socket.socket] = []
        self._upload: Thread | None = None

    def ask(self, sent: requests.PreparedRequest) -> HTTPResponse:
        """Send, and read the head of the reply. Raises OSError, HTTPException, ValueError."""
        address = urlsplit(str(sent.url))
        connection = _Connection(self, address.hostname or "", address.port, timeout=self._deadline.left() or 0.001)
        headers = sent.headers
        chunked = not (sent.body is None or "Content-Length" in headers)
        try:
            connection.request(
                str(sent.method),
                sent.path_url,
                body=sent.body,
                headers=headers,
                chunked=chunked,
                preload_content=False,
                decode_content=False,
            )
        except OSError as error:
            # A server may refuse before it has read everything, and its answer is there all the same.
            if error.errno not in (errno.EPIPE, errno.ECONNRESET, errno.EPROTOTYPE) or not self._opened:
                raise
        return connection.getresponse()

    def open(self) -> socket.socket:
        """Connect. Raises OSError."""
        made = self._dial(max(0.001, self._deadline.left()))
        sock = _Timed(made.family, made.type, made.proto, fileno=made.detach())
        self._opened.append(sock)
        sock.deadline = self._deadline
        return sock

    def upload(self, data: bytes) -> None:
        """Send while the answer is waited for already.

        A server may answer (413) and close before it has read everything: whoever only writes misses that.
        """
        self.wait_for_upload()
        self._upload = Thread(target=self._send_all, args=(data,), name="upload", daemon=True)
        self._upload.start()

    def wait_for_upload(self) -> None:
        """Wait until everything is sent, or cannot be sent any more."""
        if self._upload is not None:
            self._upload.join()

    def close(self) -> None:
        """Hang up and give everything back, also where a broken reply still holds on to it."""
        for sock in self._opened:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        self.wait_for_upload()
        for sock in self._opened:
            if (number := sock.detach()) >= 0:
                socket.close(number)

    def _send_all(self, data: bytes) -> None:
        with contextlib.suppress(OSError):  # what became of the request is seen in the answer
            self._opened[-1].sendall(data)


class _Timed(socket.socket):
    """A socket that never waits beyond a deadline, also where a reply trickles in byte by byte."""

    deadline: Deadline

    def recv_into(self, *args: Any) -> int:
        """As of every socket. Raises TimeoutError."""
        self._wait_no_longer()
        return super().recv_into(*args)

    def sendall(self, *args: Any) -> None:
        """As of every socket. Raises TimeoutError."""
        self._wait_no_longer()
        super().sendall(*args)

    def _wait_no_longer(self) -> None:
        left = self.deadline.left()
        if left <= 0:
            raise TimeoutError("no time left")
        self.settimeout(left)


class _Connection(HTTPConnection):
    """urllib3's own, on a line of ours."""

    def __init__(self, line: Line, host: str, port: int | None, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout)
        self._line = line

    def _new_conn(self) -> socket.socket:
        return self._line.open()

    def send(self, data: Any) -> None:
        if isinstance(data, bytes) and len(data) >= LARGE_UPLOAD:
            return self._line.upload(data)
        self._line.wait_for_upload()
        super().send(data)
