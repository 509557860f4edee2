"""Serve a WSGI app in a thread of this process: one way for notebooks, workers, lesson programs and tests.

with serve(app) as server:
    requests.get(f"{server.url}/", timeout=5)
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from threading import Thread
from typing import Any

from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

POLL_SECONDS = 0.01
"""How often a stopping server looks at its stop sign; Python's own default of 0.5 s is felt at every stop."""


BACKLOG = 128


class QuietHandler(WSGIRequestHandler):
    """Werkzeug's handler without a log line for each request, so that a program's own output stays readable."""

    # Head and body of a reply are two small packets; the second would often wait 40 ms for the first's acknowledgement.
    disable_nagle_algorithm = True

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


class QuietServer(ThreadedWSGIServer):
    """The server of this workbook, told by its class from one that a learner's program starts."""


class Server:
    """A running server. The socket listens before the constructor returns, so there is nothing to wait for."""

    def __init__(self, app: Callable[..., Any], sock: socket.socket) -> None:
        self.host, self.port = sock.getsockname()[:2]
        self._wsgi = _listen(app, sock)
        self._thread = Thread(target=self._wsgi.serve_forever, args=(POLL_SECONDS,), name="server", daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """The base address, without a slash at the end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    def stop(self) -> None:
        """Stop answering and free the port. A second call does nothing."""
        self._wsgi.shutdown()
        self._wsgi.server_close()
        self._thread.join()

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def serve(app: Callable[..., Any], host: str = "127.0.0.1", port: int = 0, sock: socket.socket | None = None) -> Server:
    """Start serving `app` and return at once.

    `port` 0 takes any free port. A `sock` that already listens is used instead of `host` and `port`.

    Raises:
        OSError: the port is taken.
    """
    if sock is None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        sock = socket.create_server((host, port), family=family, backlog=BACKLOG)
    return Server(app, sock)


def _listen(app: Callable[..., Any], sock: socket.socket) -> QuietServer:
    # Werkzeug takes a ready socket only by its number and duplicates it, so ours is closed once it has its own.
    host, port = sock.getsockname()[:2]
    server = QuietServer(host, port, app, handler=QuietHandler, fd=sock.fileno())
    sock.close()
    return server
