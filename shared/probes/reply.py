"""A reply of the learner's server, and what a check may ask of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NoReturn
from urllib.parse import unquote, urljoin, urlsplit

from shared.messages import checking as words
from shared.probes.mismatch import Mismatch
from shared.probes.shown import parsed, shown_lines, stands_for_itself
from shared.verdict import Exchange, Response


class Reply:
    """One reply. Assertions give the reply back, so that they can be chained, and raise `Mismatch`."""

    def __init__(self, url: str, response: Response, body: bytes, exchange: Exchange) -> None:
        self.url = url
        self.response = response
        self.body = body
        self.exchange = exchange
        # Imported only now: every check script imports this file, before its worker is started.
        from requests.structures import CaseInsensitiveDict

        self._headers = CaseInsensitiveDict(response.headers)
        self._status_was_asked = False

    @property
    def status(self) -> int:
        """Status code."""
        return self.response.status

    @property
    def reason(self) -> str:
        """The words behind the status code."""
        return self.response.reason

    @property
    def headers(self) -> Mapping[str, str]:
        """Headers by their names, in upper or lower case."""
        return self._headers

    @property
    def media_type(self) -> str:
        """`text/html` and the like, without parameters, in lower case; empty where none was sent."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    @property
    def text(self) -> str:
        """The body as text."""
        return self.response.body

    @property
    def shown(self) -> str:
        """What a person sees: the text of an HTML page after unescaping, any other body as it is."""
        if self.media_type == "text/html":
            return "\n".join(shown_lines(self.text))
        return self.text.rstrip("\r\n")

    def select(self, selector: str) -> list[Any]:
        """Elements of an HTML page by CSS selector, in its order, as nodes of selectolax."""
        return list(parsed(self.text).css(selector))

    @property
    def did(self) -> str:
        """The request in one line."""
        parts = urlsplit(self.exchange.request.url)
        return f"{self.exchange.request.method} {parts.path}" + (f"?{parts.query}" if parts.query else "")

    def has_status(self, *allowed: int) -> Reply:
        """The status code is one of these."""
        self._status_was_asked = True
        if self.status not in allowed:
            got = words.status_line(self.status, self.reason)
            raise Mismatch(expected=words.status(*allowed), got=got, reply=self, did=self.did)
        return self

    def has_type(self, media_type: str) -> Reply:
        """The media type is this one."""
        if self.media_type != media_type:
            got = f"Content-Type: {self.headers.get('Content-Type', words.NOTHING)}"
            raise Mismatch(expected=f"Content-Type: {media_type}", got=got, reply=self, did=self.did)
        return self

    def shows(self, text: str) -> Reply:
        """A person sees this text: as the whole answer or, in HTML, as one element or one line of it."""
        self._answered()
        if not self._is_shown(text):
            raise Mismatch(expected=text, got=self.shown or words.NOTHING, reply=self, did=self.did)
        return self

    def not_shows(self, text: str) -> Reply:
        """This text is nowhere in what a person sees."""
        self._answered()
        if text in self.shown:
            raise Mismatch(expected=words.without(text), got=self.shown, reply=self, did=self.did)
        return self

    def is_json(self) -> Any:
        """The decoded value; the answer must also say that it is JSON."""
        self._answered()
        if self.media_type != "application/json" and not self.media_type.endswith("+json"):
            got = f"Content-Type: {self.headers.get('Content-Type', words.NOTHING)}\n{self.text}"
            raise Mismatch(expected="Content-Type: application/json", got=got, reply=self, did=self.did)
        try:
            return json.loads(self.text, parse_constant=_no_json)
        except (ValueError, RecursionError) as error:
            raise Mismatch(expected="JSON", got=self.text or words.NOTHING, reply=self, did=self.did) from error

    def json_has(self, values: dict[str, Any] | None = None, /, **more: Any) -> Reply:
        """The answer is a JSON object with these values; it may hold more."""
        wanted = {**(values or {}), **more}
        value = self.is_json()
        if not isinstance(value, dict) or any(
            name not in value or not same_json(value[name], expected) for name, expected in wanted.items()
        ):
            raise Mismatch(expected=as_json(wanted), got=as_json(value), reply=self, did=self.did)
        return self

    def redirects_to(self, path: str, status: int = 302) -> Reply:
        """A redirect to this path (with query), written out or relative; percent-encoding is undone on both sides."""
        self.has_status(status)
        target = self.location
        if target is None or unquote(target) != unquote(path):
            got = f"Location: {self.headers.get('Location', words.NOTHING)}"
            raise Mismatch(expected=f"Location: {path}", got=got, reply=self, did=self.did)
        return self

    @property
    def location(self) -> str | None:
        """Where a redirect leads: path and query after joining; with the host where it is another one."""
        if "Location" not in self.headers:
            return None
        try:
            parts = urlsplit(urljoin(self.url, self.headers["Location"]))
        except ValueError:  # such as http://[
            return None
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        return path if parts.netloc == urlsplit(self.url).netloc else f"//{parts.netloc}{path}"

    def _answered(self) -> None:
        if not self._status_was_asked:
            self.has_status(200)

    def _is_shown(self, text: str) -> bool:
        if self.media_type == "text/html":
            return stands_for_itself(text, self.text)
        return self.text.rstrip("\r\n") == text


def as_json(value: Any) -> str:
    """A value as JSON that a person can read."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def same_json(got: Any, expected: Any) -> bool:
    """Whether two decoded values are the same in JSON, where true is no number (in Python True == 1)."""
    if isinstance(got, bool) or isinstance(expected, bool):
        return got is expected
    if isinstance(got, dict) and isinstance(expected, dict):
        return got.keys() == expected.keys() and all(same_json(got[name], expected[name]) for name in got)
    if isinstance(got, list) and isinstance(expected, list):
        return len(got) == len(expected) and all(map(same_json, got, expected))
    return bool(got == expected)


def _no_json(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")  # Python reads NaN and Infinity, browsers do not
