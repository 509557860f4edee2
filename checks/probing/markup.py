"""Markup that was sent as a value: whether it came back as markup."""

from __future__ import annotations


def runs_markup(reply):
    """Whether a browser would run what came as a value (`fresh.markup`)."""
    tags = reply.select("[onerror]") if reply.media_type == "text/html" else []
    return any((tag.attributes["onerror"] or "").startswith("alert(") for tag in tags)
