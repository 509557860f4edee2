"""Real servers to ask: WSGI apps, and sockets that say anything at all."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Iterator
from threading import Thread

from shared.probes.deadline import Deadline
from shared.probes.exchange import of
from shared.probes.http import Http
from shared.probes.reply import Reply
from shared.verdict import Response

Talk = Callable[[socket.socket], None]


def http_to(port: int, seconds: float = 5.0) -> Http:
    """Requests to a port of this computer."""
    return Http(
        f"http://127.0.0.1:{port}",
        lambda left: socket.create_connection(("127.0.0.1", port), timeout=left),
        Deadline(seconds),
    )


@contextlib.contextmanager
def talking(talk: Talk) -> Iterator[int]:
    """A server that reads the head of a request and then says whatever `talk` says. Gives its port."""
    listening = socket.create_server(("127.0.0.1", 0))
    threads: list[Thread] = []

    def answer(sock: socket.socket) -> None:
        with sock, contextlib.suppress(OSError):
            head = b""
            while b"\r\n\r\n" not in head:
                part = sock.recv(4096)
                if not part:
                    return
                head += part
            talk(sock)

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                threads.append(Thread(target=answer, args=(listening.accept()[0],), daemon=True))
                threads[-1].start()

    accepting = Thread(target=accept, daemon=True)
    accepting.start()
    try:
        yield listening.getsockname()[1]
    finally:
        with contextlib.suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        accepting.join(2)
        for thread in threads:
            thread.join(2)


def saying(data: bytes) -> Talk:
    """Say this and hang up."""
    return lambda sock: sock.sendall(data)


def reply_of(body: str, media_type: str = "text/html", status: int = 200, **headers: str) -> Reply:
    """A reply as if a server had sent it to a GET of /here/now."""
    import requests

    url = "http://127.0.0.1:5000/here/now"
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    response = Response(status, "", {"Content-Type": media_type, **named}, body)
    sent = requests.Request("GET", url).prepare()
    return Reply(url, response, body.encode("utf-8", "surrogatepass"), of(sent, response, {}))
