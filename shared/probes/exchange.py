"""A request and its response as plain data, with the lines that repeat the request by hand."""

from __future__ import annotations

import json
import re
import shlex
from urllib.parse import urlsplit

import requests

from shared.verdict import Exchange, Request, Response

BY_HAND = "http://127.0.0.1:5000"
"""Where a learner's own server listens when it is started by hand; the check's own port is gone after the check."""

_SAFE = re.compile(r"[\w./:?&=%,+@~-]+")
_OUR_HEADERS = {"user-agent", "accept-encoding", "accept", "connection", "content-length", "host"}


def of(
    sent: requests.PreparedRequest, response: Response | None, asked_json: object = None, by_hand: bool = True
) -> Exchange:
    """Plain data of what went out and what came back.

    `asked_json` is the body before it was made into text. Without `by_hand` the lines to repeat it are left empty.
    """
    body = as_text(sent.body)
    request = Request(str(sent.method), str(sent.url), dict(sent.headers), body)
    if not by_hand:
        return Exchange(request, response, "", "")
    return Exchange(request, response, _curl(request), _python(request, asked_json))


def as_text(body: object) -> str | None:
    """A body as text. Bytes that are not UTF-8 are shown escaped."""
    if isinstance(body, (bytes, bytearray)):
        return bytes(body).decode("utf-8", errors="backslashreplace")
    return None if body is None else str(body)


def _address(request: Request) -> str:
    parts = urlsplit(request.url)
    return BY_HAND + parts.path + (f"?{parts.query}" if parts.query else "")


def _own_headers(request: Request) -> dict[str, str]:
    return {name: value for name, value in request.headers.items() if name.lower() not in _OUR_HEADERS}


def _curl(request: Request) -> str:
    words = ["curl", "-i"]
    if request.method == "HEAD":
        words = ["curl", "-I"]
    elif request.method != "GET":
        words += ["-X", request.method]
    words.append(_quoted(_address(request)))
    for name, value in _own_headers(request).items():
        words += ["-H", _quoted(f"{name}: {value}")]
    if request.body:
        words += ["--data-raw", _quoted(request.body)]
    return " ".join(words)


def _quoted(text: str) -> str:
    if _SAFE.fullmatch(text) and "&" not in text and "?" not in text:
        return text
    # Double quotes are the only ones that both a Unix shell and Windows understand.
    return f'"{text}"' if not re.search(r'["$`\\!%^\n]', text) else shlex.quote(text)


def _python(request: Request, asked_json: object) -> str:
    arguments = [json.dumps(_address(request), ensure_ascii=False)]
    headers = _own_headers(request)
    if asked_json is not None:
        arguments.append(f"json={asked_json!r}")
        headers.pop("Content-Type", None)
    elif request.body:
        arguments.append(f"data={request.body!r}")
    if headers:
        arguments.append(f"headers={headers!r}")
    method = request.method.lower()
    call = f"requests.{method}({', '.join(arguments)}, timeout=5)"
    return f"import requests; reply = {call}; print(reply.status_code, reply.text)"
