"""The page on a free port of this computer, with an address that nobody can guess."""

from __future__ import annotations

import secrets
import socket

from shared.page.app import create_app
from shared.page.events import Streams
from shared.server import serve
from shared.watching import Study


class Page:
    """A running study page. `url` holds the token; whoever opens it once is known by a cookie afterwards."""

    def __init__(self, study: Study) -> None:
        token = secrets.token_urlsafe(24)
        listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._streams = Streams(study)
        app = create_app(study, self._streams, token=token, port=listening.getsockname()[1])
        self._server = serve(app, sock=listening)
        self.url = f"{self._server.url}/?token={token}"

    def close(self) -> None:
        """End all streams and stop answering."""
        self._streams.close()
        self._server.stop()

    def __enter__(self) -> Page:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def start(study: Study) -> Page:
    """Serve the page for a study; comes back at once.

    Raises:
        OSError: no port can be had.
    """
    return Page(study)
