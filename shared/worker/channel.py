"""Messages between the check and its worker: JSON with a length before it, over a socket or a pair of pipes.

What comes out of a worker that runs somebody's code is not to be trusted, so a message has a size limit, and
anything that does not parse ends the conversation.
"""

from __future__ import annotations

import contextlib
import os
import socket
import struct
from collections.abc import Sequence

# Bound now: a submission may replace json.dumps in its own process later, and the reports would suffer.
from json import dumps, loads
from threading import Lock
from typing import Any, Protocol

MAX_MESSAGE = 4 * 1024 * 1024
MAX_FDS = 16
_LENGTH = struct.Struct("!I")


class ChannelClosed(Exception):
    """The other side is gone, or said something that is no message."""


class Channel(Protocol):
    """A two-way stream of messages. `taken` counts the bytes of those that have come."""

    taken: int

    def send(self, message: dict[str, Any], fds: Sequence[int] = ()) -> None:
        """Send one message, with open file descriptors where the system can. Raises ChannelClosed."""

    def receive(self) -> tuple[dict[str, Any], list[int]]:
        """Wait for one message. Raises ChannelClosed."""

    def drain(self) -> None:
        """Throw away what comes from now on, until the other side is gone."""

    def close(self) -> None:
        """Give up this end."""


class SocketChannel:
    """A channel over one connected stream socket, which on Unix can carry file descriptors too.

    `takes_fds` is for the ends that trust each other: whoever takes descriptors can be flooded with them.
    """

    def __init__(self, sock: socket.socket, *, takes_fds: bool = False) -> None:
        self.sock = sock
        self.taken = 0
        self._takes_fds = takes_fds
        self._sending = Lock()

    def send(self, message: dict[str, Any], fds: Sequence[int] = ()) -> None:
        data = _encode(message)
        try:
            with self._sending:
                if fds:
                    sent = socket.send_fds(self.sock, [data], list(fds))
                    data = data[sent:]
                self.sock.sendall(data)
        except OSError as error:
            raise ChannelClosed(str(error)) from error

    def receive(self) -> tuple[dict[str, Any], list[int]]:
        fds: list[int] = []
        try:
            header = b""
            while len(header) < _LENGTH.size:
                part = self._read_with_fds(_LENGTH.size - len(header), fds)
                if not part:
                    raise ChannelClosed("end of stream")
                header += part
            return _decode(self._read(_length(header))), fds
        except OSError as error:
            raise ChannelClosed(str(error)) from error

    def drain(self) -> None:
        with contextlib.suppress(OSError):
            while self.sock.recv(65536):
                pass

    def _read_with_fds(self, count: int, fds: list[int]) -> bytes:
        if not self._takes_fds or not hasattr(socket, "recv_fds"):
            return self.sock.recv(count)  # the system closes descriptors that nobody takes
        part, more, _, _ = socket.recv_fds(self.sock, count, MAX_FDS)
        for fd in more:
            os.set_inheritable(fd, False)
        fds += more
        return part

    def _read(self, count: int) -> bytes:
        self.taken += count
        data = bytearray()
        while len(data) < count:
            part = self.sock.recv(min(count - len(data), 65536))
            if not part:
                raise ChannelClosed("end of stream")
            data += part
        return bytes(data)

    def close(self) -> None:
        with contextlib.suppress(OSError):  # the other side was faster
            self.sock.shutdown(socket.SHUT_RDWR)
        self.sock.close()


class PipeChannel:
    """A channel over two pipes, for systems on which a child cannot be handed a socket as its standard input."""

    def __init__(self, reading: int, writing: int) -> None:
        self.taken = 0
        self._reading = reading
        self._writing = writing
        self._sending = Lock()

    def send(self, message: dict[str, Any], fds: Sequence[int] = ()) -> None:
        if fds:
            raise ValueError("a pipe cannot carry file descriptors")
        data = memoryview(_encode(message))
        try:
            with self._sending:
                while data:
                    data = data[os.write(self._writing, data) :]
        except OSError as error:
            raise ChannelClosed(str(error)) from error

    def receive(self) -> tuple[dict[str, Any], list[int]]:
        return _decode(self._read(_length(self._read(_LENGTH.size)))), []

    def drain(self) -> None:
        with contextlib.suppress(OSError):
            while os.read(self._reading, 65536):
                pass

    def _read(self, count: int) -> bytes:
        self.taken += count
        data = bytearray()
        while len(data) < count:
            try:
                part = os.read(self._reading, min(count - len(data), 65536))
            except OSError as error:
                raise ChannelClosed(str(error)) from error
            if not part:
                raise ChannelClosed("end of stream")
            data += part
        return bytes(data)

    def close(self) -> None:
        for fd in (self._reading, self._writing):
            with contextlib.suppress(OSError):  # closed by the owner of the pipe already
                os.close(fd)


def _encode(message: dict[str, Any]) -> bytes:
    body = dumps(message, ensure_ascii=True).encode("ascii")
    return _LENGTH.pack(len(body)) + body


def _length(header: bytes) -> int:
    (length,) = _LENGTH.unpack(header)
    if length > MAX_MESSAGE:
        raise ChannelClosed(f"a message of {length} bytes")
    return int(length)


def _decode(body: bytes) -> dict[str, Any]:
    try:
        message = loads(body)
    except (ValueError, RecursionError) as error:
        raise ChannelClosed("not JSON") from error
    if not isinstance(message, dict):
        raise ChannelClosed("not an object")
    return message
