"""Asking the learner's server over real HTTP, with one time limit for the whole exchange."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Mapping
from functools import partial
from threading import Thread, Timer
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool

from shared.messages import checking as words
from shared.probes import exchange
from shared.probes.body import read_body
from shared.probes.deadline import Deadline
from shared.probes.mismatch import Kind, Mismatch
from shared.probes.reply import Reply
from shared.verdict import Response

MAX_BODY = 2 * 1024 * 1024
MAX_REDIRECTS = 10
LARGE_UPLOAD = 64 * 1024

Dial = Callable[..., socket.socket]
"""Connects to the server, given a time limit in seconds; with `source`, from that address. Raises OSError."""


class Http:
    """Requests to one address.

    `replies` keeps every reply, in order, also those that a later assertion refuses. `by_hand`: a learner can repeat
    the requests on a server started by hand.
    """

    def __init__(
        self,
        base_url: str,
        dial: Dial,
        deadline: Deadline,
        replies: list[Reply] | None = None,
        *,
        by_hand: bool = True,
    ) -> None:
        self.base_url = base_url
        self.by_hand = by_hand
        self.deadline = deadline
        self.replies: list[Reply] = replies if replies is not None else []
        self._dial = dial
        self._mounts: dict[str, Http] = {}

    def under(self, prefix: str) -> Http:
        """The same app, mounted under a prefix that the check has declared. Paths are written with the prefix."""
        return self._mounts[prefix]

    def from_address(self, source: str) -> Http:
        """The same requests, sent from another address of this computer, such as 127.0.0.3. Mounts are not known there.

        By hand they would come from another address, so no line to repeat them is given.
        """
        dial = partial(self._dial, source=source)
        return Http(self.base_url, dial, self.deadline, self.replies, by_hand=False)

    def mount(self, prefix: str, http: Http) -> None:
        """Make another address known as the one under `prefix`."""
        self._mounts[prefix] = http

    def get(self, path: str, **options: Any) -> Reply:
        """GET; `options` as for `request`."""
        return self.request("GET", path, **options)

    def post(self, path: str, **options: Any) -> Reply:
        """POST; `options` as for `request`."""
        return self.request("POST", path, **options)

    def put(self, path: str, **options: Any) -> Reply:
        """PUT; `options` as for `request`."""
        return self.request("PUT", path, **options)

    def patch(self, path: str, **options: Any) -> Reply:
        """PATCH; `options` as for `request`."""
        return self.request("PATCH", path, **options)

    def delete(self, path: str, **options: Any) -> Reply:
        """DELETE; `options` as for `request`."""
        return self.request("DELETE", path, **options)

    def head(self, path: str, **options: Any) -> Reply:
        """HEAD; `options` as for `request`."""
        return self.request("HEAD", path, **options)

    def options(self, path: str, **options: Any) -> Reply:
        """OPTIONS; `options` as for `request`."""
        return self.request("OPTIONS", path, **options)

    def request(self, method: str, path: str, *, follow: bool = False, **options: Any) -> Reply:
        """Ask and wait for the whole reply.

        `options` are those of requests: `params`, `data`, `json`, `files`, `headers`. With `follow`, redirects that
        stay on this server are followed.

        Raises:
            Mismatch: no usable answer came in time.
        """
        own = options.pop("headers", None) or {}
        headers = {"Accept": "*/*", "Connection": "close", "User-Agent": "workbook-check", **own}
        request = requests.Request(method, self.base_url + path, headers=headers, **options)
        reply = self._send(request.prepare(), options)
        for _ in range(MAX_REDIRECTS if follow else 0):
            target = _redirect_target(reply)
            if target is None:
                break
            kept = {name: value for name, value in options.items() if name != "params"}
            again, sent = (method, kept) if reply.status in (307, 308) else ("GET", {})
            reply = self._send(requests.Request(again, target, headers=headers, **sent).prepare(), sent)
        return reply

    def _send(self, sent: requests.PreparedRequest, options: Mapping[str, Any]) -> Reply:
        line = _Line(self._dial, self.deadline)
        alarm = Timer(self.deadline.left(), line.hang_up)
        alarm.daemon = True
        alarm.start()
        try:
            with contextlib.closing(_Adapter(line)) as adapter:
                received = adapter.send(sent, stream=True, timeout=max(0.001, self.deadline.left()), proxies={})
                body = read_body(received.raw, MAX_BODY)
        except UnicodeEncodeError:  # a header of ours that cannot be sent: a fault of the check
            raise
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise self._no_answer(sent, options, error) from error
        finally:
            alarm.cancel()
            line.close()
        if self.deadline.over():
            raise self._no_answer(sent, options, TimeoutError())
        response = Response(
            received.status_code, received.reason or "", dict(received.headers), exchange.as_text(body[:MAX_BODY]) or ""
        )
        made = exchange.of(sent, response, options, self.by_hand)
        if len(body) > MAX_BODY:
            raise Mismatch(words.TOO_LARGE.format(limit=MAX_BODY), exchange=made, did=_did(sent), kind="too large")
        reply = Reply(str(sent.url), response, body, made)
        self.replies.append(reply)
        return reply

    def _no_answer(self, sent: requests.PreparedRequest, options: Mapping[str, Any], error: Exception) -> Mismatch:
        kind: Kind = "broken"
        if self.deadline.over():
            kind = "timeout"
        elif _caused_by(error, ConnectionRefusedError):
            kind = "refused"
        expected, got = words.no_answer(kind, round(self.deadline.seconds, 1))
        return Mismatch(
            expected=expected,
            got=got,
            exchange=exchange.of(sent, None, options, self.by_hand),
            did=_did(sent),
            kind=kind,
        )


def _redirect_target(reply: Reply) -> str | None:
    """Where a redirect leads, if that is on the same server."""
    if reply.status not in (301, 302, 303, 307, 308) or "Location" not in reply.headers:
        return None
    try:
        target = urljoin(reply.url, reply.headers["Location"])
        here, there = urlsplit(reply.url), urlsplit(target)
    except ValueError:  # such as http://[
        return None
    return target if (here.scheme, here.netloc) == (there.scheme, there.netloc) else None


def _did(sent: requests.PreparedRequest) -> str:
    return f"{sent.method} {sent.path_url}"


def _caused_by(error: BaseException | None, kind: type[BaseException]) -> bool:
    while error is not None:
        if isinstance(error, kind) or any(_caused_by(part, kind) for part in error.args if _is_error(part)):
            return True
        error = error.__cause__ or error.__context__ or getattr(error, "reason", None)
    return False


def _is_error(part: object) -> bool:
    return isinstance(part, BaseException)


class _Line:
    """The connection of one exchange, which can be hung up from another thread."""

    def __init__(self, dial: Dial, deadline: Deadline) -> None:
        self._dial = dial
        self._deadline = deadline
        self._opened: list[socket.socket] = []
        self._upload: Thread | None = None

    def open(self) -> socket.socket:
        """Connect. Raises OSError."""
        sock = self._dial(max(0.001, self._deadline.left()))
        self._opened.append(sock)
        if self._deadline.over():  # the alarm may have rung before there was a line to hang up
            raise TimeoutError
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

    def hang_up(self) -> None:
        """End whatever waits for this line."""
        # A reply that trickles in byte by byte never meets a socket's own timeout; only closing the line ends it.
        for sock in list(self._opened):
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Hang up and give everything back, also where a broken reply still holds on to it."""
        self.hang_up()
        self.wait_for_upload()
        for sock in self._opened:
            if (number := sock.detach()) >= 0:
                socket.close(number)

    def _send_all(self, data: bytes) -> None:
        with contextlib.suppress(OSError):  # what became of the request is seen in the answer
            self._opened[-1].sendall(data)


class _Adapter(HTTPAdapter):
    """requests' own adapter, with a connection of ours."""

    def __init__(self, line: _Line) -> None:
        class Connection(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                return line.open()

            def send(self, data: Any) -> None:
                if isinstance(data, bytes) and len(data) >= LARGE_UPLOAD:
                    return line.upload(data)
                line.wait_for_upload()
                super().send(data)

        class Pool(HTTPConnectionPool):
            ConnectionCls = Connection

        self._pool = Pool
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = {"http": self._pool}
