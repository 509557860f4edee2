"""Links of a lesson's text, written anew for a notebook that stands in another folder."""

from __future__ import annotations

import posixpath
import re

_TARGET = re.compile(r"(?<=\]\()(?!https?:|#|mailto:)([^)\s#]+)(#[^)\s]*)?")
_LESSON = re.compile(r"\.\./lessons/(\d\d_\w+)/README\.md")


def from_notebook(text: str, slug: str) -> str:
    """The text with its relative links as seen from `notebooks/`; a link to a lesson's text leads to its notebook."""

    def moved(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(f"../lessons/{slug}", match[1]))
        lesson = _LESSON.fullmatch(target)
        return f"{lesson[1]}.ipynb" if lesson else target + (match[2] or "")

    return _TARGET.sub(moved, text)
