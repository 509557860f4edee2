"""What a person sees of an HTML page, read by an HTML5 parser as a browser would.

"Shows X" is a rule of judging: the text of the answer after unescaping. Markup around X is the author's own business,
so X may be the whole page, one element, or one line; it may not be a piece of a longer sentence.
"""

from __future__ import annotations

import re
from typing import Any

_BLOCK_TAGS = """
    address article aside blockquote body br dd details dialog div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul
"""
BLOCKS = frozenset(_BLOCK_TAGS.split())
HIDDEN = frozenset(("head", "script", "style", "template", "noscript", "title"))
_SPACE = re.compile(r"[ \t\r\n\f]+")


def collapsed(text: str) -> str:
    """White space as a browser shows it: one blank for each run, none at the ends."""
    return _SPACE.sub(" ", text).strip()


def shown_lines(html: str) -> list[str]:
    """The lines of a page, without empty ones."""
    return _walk(html)[0]


def shown_texts(html: str) -> set[str]:
    """Every text that stands for itself: each line, and the whole text of each element."""
    lines, elements = _walk(html)
    return {*lines, *elements}


def _walk(html: str) -> tuple[list[str], set[str]]:
    if "<" not in html and "&" not in html:
        line = collapsed(html)
        return ([line] if line else []), {line}
    from selectolax.lexbor import LexborHTMLParser

    reader = _Reader()
    root = LexborHTMLParser(html).root
    if root is not None:
        reader.read(root, 0)
    reader.end_line()
    return reader.lines, reader.elements


class _Reader:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.elements: set[str] = set()
        self._line = ""

    def read(self, node: Any, depth: int) -> str:
        """Take in one node and what is below it; gives its text."""
        if node.tag == "-text":
            self._line += node.text_content or ""
            return node.text_content or ""
        if node.tag.startswith(("-", "_", "!")) or node.tag in HIDDEN or depth > 200:
            return ""
        block = node.tag in BLOCKS
        if block:
            self.end_line()
        text = ""
        child = node.child
        while child is not None:
            text += self.read(child, depth + 1)
            child = child.next
        if block:
            self.end_line()
            text = f" {text} "
        self.elements.add(collapsed(text))
        return text

    def end_line(self) -> None:
        """Close the present line."""
        if line := collapsed(self._line):
            self.lines.append(line)
        self._line = ""
