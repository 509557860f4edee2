"""A request and its response as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import requests

from shared.probes import by_hand as hand
from shared.verdict import Exchange, Request, Response


def of(
    sent: requests.PreparedRequest, response: Response | None, options: Mapping[str, Any], by_hand: bool = True
) -> Exchange:
    """Plain data of what went out and what came back, with the lines that repeat it.

    `options` are those that the request was made from (`json`, `data`, `files`). Without `by_hand` the lines are
    empty, as they are for a body that is too long to be pasted.
    """
    headers = {name: as_text(value) or "" for name, value in sent.headers.items()}
    request = Request(str(sent.method), str(sent.url), headers, as_text(sent.body))
    redirected = response is not None and 300 <= response.status < 400
    lines = hand.lines(request, sent.body, options, redirected) if by_hand else None
    curl, python = lines or ("", "")
    return Exchange(request, response, curl, python)


def as_text(body: object) -> str | None:
    """A body as text. Bytes that are not UTF-8 are shown escaped."""
    if isinstance(body, (bytes, bytearray)):
        return bytes(body).decode("utf-8", errors="backslashreplace")
    return None if body is None else str(body)
