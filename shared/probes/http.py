"""Asking the learner's server over real HTTP, with one time limit for the whole exchange."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from http.client import HTTPException
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
import urllib3

from shared.messages import checking as words
from shared.probes import exchange
from shared.probes.body import read_body
from shared.probes.deadline import Deadline
from shared.probes.http_line import Dial, Line
from shared.probes.mismatch import Kind, Mismatch
from shared.probes.reply import Reply
from shared.verdict import Response

MAX_BODY = 2 * 1024 * 1024
MAX_REDIRECTS = 10


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
        line = Line(self._dial, self.deadline)
        try:
            received = line.ask(sent)
            body = read_body(received, MAX_BODY)
        except UnicodeEncodeError:  # a header of ours that cannot be sent: a fault of the check
            raise
        except (HTTPException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise self._no_answer(sent, options, error) from error
        finally:
            line.close()
        if self.deadline.over():
            raise self._no_answer(sent, options, TimeoutError())
        response = Response(
            received.status, received.reason or "", dict(received.headers), exchange.as_text(body[:MAX_BODY]) or ""
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
