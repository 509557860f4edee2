"""A browser's only way out: a SOCKS 5 proxy on loopback that knows one place, the submission's server.

Whatever address the page was opened with, a connection to it ends at the submission's app, inside its walls. All others
are refused, the computer's own servers and the Internet too. RFC 1928, the CONNECT command without authentication.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable

VERSION, NO_AUTHENTICATION, CONNECT = 5, 0, 1
IPV4, NAME, IPV6 = 1, 3, 4
SUCCEEDED, REFUSED = 0, 2
CHUNK = 65536
DIAL_SECONDS = 5.0


class Gateway:
    """Lets through what goes to a known host at `port`; `dial` connects to the app. Ends with the block."""

    def __init__(self, port: int, dial: Callable[[float], socket.socket]) -> None:
        self._hosts: set[str] = set()
        self._port = port
        self._dial = dial
        self._open = True
        self._lock = threading.Lock()
        self._lines: set[socket.socket] = set()
        self._listening = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def address(self) -> str:
        """For the browser's `--proxy-server`."""
        return f"socks5://127.0.0.1:{self._listening.getsockname()[1]}"

    def let_through(self, host: str) -> None:
        """From now on the app can be reached as this host."""
        self._hosts.add(host)

    def cut(self) -> None:
        """End all connections at once, as when a network goes away; new ones may come."""
        with self._lock:
            lines = list(self._lines)
        for line in lines:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Let nothing through any more."""
        self._open = False
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self.cut()

    def __enter__(self) -> Gateway:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _accept(self) -> None:
        while self._open:
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(line,), daemon=True).start()

    def _serve(self, line: socket.socket) -> None:
        line.settimeout(DIAL_SECONDS)
        inner = None
        try:
            host, port = _wanted(line)
            if host in self._hosts and port == self._port:
                inner = self._dial(DIAL_SECONDS)
                with self._lock:  # before the browser is told: a cut from then on means this line too
                    self._lines |= {line, inner}
            line.sendall(_answer(SUCCEEDED if inner else REFUSED))
        except (OSError, ValueError, struct.error):
            pass
        if inner is None:
            line.close()
            return
        for sock in (line, inner):
            sock.settimeout(None)
        threading.Thread(target=_pump, args=(inner, line), daemon=True).start()
        _pump(line, inner)
        with self._lock:
            self._lines -= {line, inner}


def _wanted(line: socket.socket) -> tuple[str, int]:
    """Greet, and read which host and port is asked for."""
    version, methods = _read(line, 2)
    if version != VERSION or NO_AUTHENTICATION not in _read(line, methods):
        raise ValueError("not SOCKS 5")
    line.sendall(bytes([VERSION, NO_AUTHENTICATION]))
    version, command, _, kind = _read(line, 4)
    if version != VERSION or command != CONNECT:
        raise ValueError("not CONNECT")
    if kind == NAME:
        host = _read(line, _read(line, 1)[0]).decode("ascii")
    elif kind == IPV4:
        host = socket.inet_ntop(socket.AF_INET, _read(line, 4))
    elif kind == IPV6:
        host = socket.inet_ntop(socket.AF_INET6, _read(line, 16))
    else:
        raise ValueError("unknown kind of address")
    return host, struct.unpack("!H", _read(line, 2))[0]


def _answer(code: int) -> bytes:
    return bytes([VERSION, code, 0, IPV4, 0, 0, 0, 0, 0, 0])


def _read(line: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        more = line.recv(size - len(data))
        if not more:
            raise ValueError("ended early")
        data += more
    return data


def _pump(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(CHUNK):
            target.sendall(data)
    for sock in (source, target):
        with contextlib.suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)
        if sock is source:
            sock.close()
