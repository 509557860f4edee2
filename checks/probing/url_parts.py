"""Lesson 01: the parts of a URL, as they should come back."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

PARTS = ("scheme", "host", "port", "path", "query", "fragment")


def split(url):
    """The six parts of a URL as the task wants them."""
    parts = urlsplit(url)
    values = (
        parts.scheme,
        parts.hostname,
        parts.port,
        parts.path,
        dict(parse_qsl(parts.query)),
        parts.fragment or None,
    )
    return dict(zip(PARTS, values, strict=True))


def wrong_part(value, url):
    """The first part of this URL that came back wrong; None where something else is wrong, or nothing."""
    if not isinstance(value, dict) or not set(PARTS) <= value.keys():
        return None
    right = split(url)
    return next((p for p in PARTS if type(value[p]) is not type(right[p]) or value[p] != right[p]), None)
