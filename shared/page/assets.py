"""Styles that are made from other rooms: that of verdicts, and the colours of programs."""

from __future__ import annotations

from flask import Blueprint, Response

from shared.report.style import CSS

views = Blueprint("assets", __name__)

# Pygments' short names of tokens: comments, keywords, strings, numbers, names. Each colour has a contrast of 4.5 or
# more with the background of programs (WCAG 2.2, 1.4.3).
TOKENS = {
    "c c1 ch cm cs cpf": ("#5f6675", "#9aa4b5"),
    "k kc kd kn kr kt ow nt": ("#0b5cad", "#7cb7ff"),
    "s s1 s2 sa sb sc sd se sh si sr ss": ("#1a6e31", "#8bd49c"),
    "mi mf mh mo mb il": ("#9a3412", "#f2b183"),
    "nd nf fm nc na": ("#7a3ea3", "#d3a6f5"),
}


@views.get("/verdict.css")
def verdict() -> Response:
    """How a verdict looks: as in every report."""
    return _style(CSS)


@views.get("/code.css")
def code() -> Response:
    """Colours of programs, light and dark."""
    return _style(f"{_rules(0)}\n@media (prefers-color-scheme: dark) {{\n{_rules(1)}\n}}\n")


def _rules(scheme: int) -> str:
    return "\n".join(
        f"{', '.join(f'.code .{name}' for name in names.split())} {{ color: {colours[scheme]}; }}"
        for names, colours in TOKENS.items()
    )


def _style(text: str) -> Response:
    return Response(text, mimetype="text/css", headers={"Cache-Control": "max-age=60"})
