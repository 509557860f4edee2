"""A page that needs nothing but itself: its style is inside, and it may load and run nothing."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup

from shared.report.markup import element, joined
from shared.report.style import CSS

CLOSING = Markup("</main></body></html>\n")
"""Ends what `opening` begins."""


def document(title: str, body: str, *, language: str = "ko", style: str = CSS) -> str:
    """A whole page.

    Args:
        title: text for the window.
        body: HTML; it brings its own heading of the first level.
    """
    return f"{opening(title, language=language, style=style)}{body}\n{CLOSING}"


def opening(title: str, *, language: str = "ko", style: str = CSS, kind: str = "page") -> Markup:
    """The beginning of a page, for one that is written bit by bit; `CLOSING` ends it.

    Args:
        kind: classes of the body: `page`, or `page broad` for large tables.
    """
    policy = f"default-src 'none'; style-src 'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'"
    head = element(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup('<meta http-equiv="Content-Security-Policy" content="{}">').format(policy),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Markup('<meta name="color-scheme" content="light dark">'),
        element("title", title),
        element("style", Markup(style)),
    )
    start = Markup('<html lang="{}">{}<body class="workbook {}"><main>').format(language, joined(head, "\n"), kind)
    return Markup("<!DOCTYPE html>\n{}\n").format(start)
