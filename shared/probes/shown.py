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
MAX_DEPTH = 2000

_NEST_NOT_TAGS = """
    area base br col dd dt embed hr img input li link meta option p source td th tr wbr
"""
_NEST_NOT = frozenset(_NEST_NOT_TAGS.split())
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_SPACE = re.compile(r"[ \t\r\n\f]+")


def collapsed(text: str) -> str:
    """White space as a browser shows it: one blank for each run, none at the ends."""
    return _SPACE.sub(" ", text).strip(" \t\r\n\f")


def shown_lines(html: str) -> list[str]:
    """The lines of a page, without empty ones."""
    return _read(html, None).lines


def stands_for_itself(text: str, html: str) -> bool:
    """Whether a text is one whole line, the whole text of one element, or of the page."""
    return _read(html, collapsed(text)).found


def _read(html: str, wanted: str | None) -> _Reader:
    reader = _Reader(wanted)
    if "<" not in html and "&" not in html:
        reader.take(html)
    else:
        reader.read(parsed(html).root)
    reader.end_line()
    return reader


def parsed(html: str) -> Any:
    """A page read by selectolax, up to where it is nested deeper than any page that somebody means."""
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(html[: _too_deep_at(html)])


def _too_deep_at(html: str) -> int | None:
    # The time of the parser grows with the square of the depth: a page of 2 MiB could keep it busy for minutes.
    if html.count("<") <= MAX_DEPTH:
        return None
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() not in _NEST_NOT:
            depth += -1 if tag[1] else 1
        if depth > MAX_DEPTH:
            return tag.start()
    return None


class _Reader:
    """Reads a page from top to bottom, without recursion: pages may be nested deeper than Python's stack."""

    def __init__(self, wanted: str | None) -> None:
        self.lines: list[str] = []
        self.found = False
        self._wanted = wanted
        self._pieces: list[str] = []
        self._line_began = 0

    def read(self, root: Any) -> None:
        """Take in a node and all that is below it."""
        # A node is to be entered; a node with a number is to be left, the number says where its text began.
        waiting: list[tuple[Any, int | None]] = [(root, None)] if root is not None else []
        while waiting:
            node, began = waiting.pop()
            if began is not None:
                self._leave(node, began)
            elif node.tag == "-text":
                self.take(node.text_content or "")
            elif not _is_hidden(node):
                if node.tag in BLOCKS:
                    self.end_line()
                waiting.append((node, len(self._pieces)))
                waiting += [(child, None) for child in reversed(_children(node))]

    def take(self, text: str) -> None:
        """Text of the present line. White space is not kept twice, so that a piece brings something new."""
        if collapsed(text) or (text and self._pieces and collapsed(self._pieces[-1])):
            self._pieces.append(text)

    def end_line(self) -> None:
        """Close the present line."""
        line = collapsed("".join(self._pieces[self._line_began :]))
        if line:
            self.lines.append(line)
        self.found |= line == self._wanted
        self.take(" ")
        self._line_began = len(self._pieces)

    def _leave(self, node: Any, began: int) -> None:
        if node.tag in BLOCKS:
            self.end_line()
        if self._wanted is not None and not self.found:
            self.found = self._is_wanted(began)

    def _is_wanted(self, began: int) -> bool:
        """Whether the text from there on is the wanted one: given up as soon as it cannot be, however long it is."""
        assert self._wanted is not None
        text = ""
        for index in range(began, len(self._pieces)):
            text = _SPACE.sub(" ", text + self._pieces[index]).lstrip(" ")
            if not f"{self._wanted} ".startswith(text):
                return False
        return text.rstrip(" ") == self._wanted


def _children(node: Any) -> list[Any]:
    found = []
    child = node.child
    while child is not None:
        found.append(child)
        child = child.next
    return found


def _is_hidden(node: Any) -> bool:
    return node.tag.startswith(("-", "_", "!")) or node.tag in HIDDEN or "hidden" in node.attributes
