"""The two lines with which a learner repeats a request by hand: for a terminal, and for Python."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from shared.verdict import Request

SERVER = "http://127.0.0.1:5000"
"""Where a learner's own server listens when it is started by hand; the check's own port is gone after the check."""

MAX_BODY = 1000
"""Nobody pastes more bytes than these."""

FORM, JSON, MULTIPART = "application/x-www-form-urlencoded", "application/json", "multipart/form-data"

_SAFE = re.compile(r"[\w./:%,+@-][\w./:=%,+@~-]*")
_NEVER_TOLD = {"accept-encoding", "connection", "content-length", "host"}
_OURS = {("user-agent", "workbook-check"), ("accept", "*/*")}
_METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"}

Parts = list[tuple[str, str, bytes]]
"""Files of a form: field, file name, content."""


def lines(request: Request, body: object, options: Mapping[str, Any], redirected: bool) -> tuple[str, str] | None:
    """The curl line and the Python line, or None where the request is none to be pasted."""
    content = body.encode() if isinstance(body, str) else body or b""
    parts = _parts(options.get("files"))
    if not isinstance(content, bytes) or len(content) > MAX_BODY or parts is None or (parts and options.get("data")):
        return None
    return _curl(request, content, parts), _python(request, content, parts, options, redirected)


def _curl(request: Request, content: bytes, parts: Parts) -> str:
    words = ["curl", "-i"]
    if request.method == "HEAD":
        words = ["curl", "-I"]
    elif request.method != "GET" or content:
        words += ["-X", request.method]
    if re.search(r"[\[\]{}]", request.url):
        words.append("-g")  # curl would read these as a pattern
    words.append(_quoted(_address(request)))
    kind = _content_type(request)
    for name, value in _own_headers(request).items():
        if name.lower() != "content-type" or kind not in (FORM, MULTIPART):
            words += ["-H", _quoted(f"{name}: {value}" if value else f"{name};")]
    if parts:
        return _curl_with_files(words, parts)
    if not content:
        return " ".join(words)
    if not kind:
        words += ["-H", "Content-Type:"]
    text = _pastable(content)
    if text is None:
        return " ".join([_printf(content), "|", *words, "--data-binary", "@-"])
    return " ".join([*words, "--data-raw", _quoted(text)])


def _curl_with_files(words: list[str], parts: Parts) -> str:
    field, name, content = parts[0]
    return " ".join([_printf(content), "|", *words, "-F", _quoted(f"{field}=@-;filename={name}")])


def _python(request: Request, content: bytes, parts: Parts, options: Mapping[str, Any], redirected: bool) -> str:
    arguments = [json.dumps(_address(request), ensure_ascii=False)]
    headers = _own_headers(request)
    kind, data = _content_type(request), options.get("data")
    if parts:
        arguments.append(f"files={ {field: (name, body) for field, name, body in parts}!r}")
        headers.pop("Content-Type", None)
    elif options.get("json") is not None:
        arguments.append(f"json={options['json']!r}")
        if kind == JSON:
            headers.pop("Content-Type", None)
    elif isinstance(data, dict) and kind == FORM:
        arguments.append(f"data={data!r}")
        headers.pop("Content-Type", None)
    elif content:
        text = _pastable(content)
        arguments.append(f"data={text!r}.encode()" if text and not text.isascii() else f"data={text or content!r}")
    if headers:
        arguments.append(f"headers={headers!r}")
    if redirected and request.method != "HEAD":
        arguments.append("allow_redirects=False")
    function = request.method.lower()
    if request.method not in _METHODS:
        function, arguments = "request", [repr(request.method), *arguments]
    call = f"requests.{function}({', '.join(arguments)}, timeout=5)"
    return f"import requests; reply = {call}; print(reply.status_code, reply.text)"


def _address(request: Request) -> str:
    parts = urlsplit(request.url)
    return SERVER + parts.path + (f"?{parts.query}" if parts.query else "")


def _content_type(request: Request) -> str:
    return request.headers.get("Content-Type", "").partition(";")[0].strip().lower()


def _own_headers(request: Request) -> dict[str, str]:
    return {
        name: value
        for name, value in request.headers.items()
        if name.lower() not in _NEVER_TOLD and (name.lower(), value) not in _OURS
    }


def _parts(files: Any) -> Parts | None:
    """Files as they were given to requests; None where they are given in a way that cannot be written down."""
    if not files:
        return []
    made: Parts = []
    for field, given in files.items() if isinstance(files, dict) else files:
        name, content, *more = given if isinstance(given, tuple) else (field, given)
        content = content.encode() if isinstance(content, str) else content
        if more or not isinstance(content, bytes) or not isinstance(name, str):
            return None
        made.append((field, name, content))
    # A terminal has one standard input, and a dict one value for each field.
    return made if len(made) == 1 else None


def _pastable(content: bytes) -> str | None:
    """Bytes as a text that survives a terminal, or None."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text if all(character.isprintable() or character == "\n" for character in text) else None


def _quoted(text: str) -> str:
    if _SAFE.fullmatch(text):
        return text
    # Double quotes are the only ones that both a Unix shell and Windows understand.
    return f'"{text}"' if not re.search(r'["$`\\!\n]', text) else shlex.quote(text)


def _printf(content: bytes) -> str:
    plain = (chr(byte) if 32 <= byte < 127 and chr(byte) not in "%\\'" else f"\\{byte:03o}" for byte in content)
    return f"printf '{''.join(plain)}'"
