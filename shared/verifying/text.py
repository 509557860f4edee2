"""A Markdown text taken apart: headings, code fences, links and pictures, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from unicodedata import normalize

from markdown_it import MarkdownIt
from markdown_it.token import Token

from shared.lessons.headings import plain

_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_HTML_LINK = re.compile(r"<(a|img)\b([^>]*)>", re.I)


@dataclass(frozen=True)
class Heading:
    """`text` is plain, as a reader sees it."""

    line: int
    level: int
    text: str


@dataclass(frozen=True)
class Fence:
    """A block of code. `title` names a program, `output` the program that prints it."""

    line: int
    language: str
    title: str | None
    output: str | None
    content: str


@dataclass(frozen=True)
class Link:
    """A link, or a picture with its text."""

    line: int
    target: str
    picture: bool = False
    alt: str = ""


class Text:
    """One Markdown file, read once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.source = normalize("NFC", path.read_text(encoding="utf-8-sig"))
        self._lines = self.source.split("\n")
        self._tokens = MarkdownIt("commonmark").enable("table").parse(self.source)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """All headings in order."""
        pairs = zip(self._tokens, self._tokens[1:], strict=False)
        return tuple(
            Heading(_line(token), int(token.tag[1]), plain(inline.content))
            for token, inline in pairs
            if token.type == "heading_open"
        )

    @cached_property
    def fences(self) -> tuple[Fence, ...]:
        """All fenced blocks in order."""
        return tuple(_fence(token) for token in self._tokens if token.type == "fence")

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links and pictures, also those written as HTML."""
        return tuple(link for token in self._tokens for link in self._links_of(token))

    @cached_property
    def html_blocks(self) -> tuple[tuple[int, str], ...]:
        """HTML that stands between paragraphs: line and content."""
        return tuple((_line(token), token.content) for token in self._tokens if token.type == "html_block")

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a `#...` may name: headings as GitHub writes them."""
        found: set[str] = set()
        for heading in self.headings:
            base = anchor = re.sub(r"[^\w\- ]", "", heading.text.lower()).replace(" ", "-")
            count = 0
            while anchor in found:
                count += 1
                anchor = f"{base}-{count}"
            found.add(anchor)
        return frozenset(found)

    def section(self, heading: Heading) -> str:
        """The source below a heading, up to the next one of its level or above."""
        ends = (other.line for other in self.headings if other.line > heading.line and other.level <= heading.level)
        return "\n".join(self._lines[heading.line : next(ends, len(self._lines) + 1) - 1])

    def _links_of(self, token: Token) -> Iterator[Link]:
        if token.type == "html_block":
            yield from self._html_links(token.content, token)
        for child in token.children or ():
            if child.type == "link_open":
                target = str(child.attrGet("href") or "")
                yield Link(self._line_of(target, token), target)
            elif child.type == "image":
                target = str(child.attrGet("src") or "")
                yield Link(self._line_of(target, token), target, picture=True, alt=child.content.strip())
            elif child.type == "html_inline":
                yield from self._html_links(child.content, token)

    def _html_links(self, html: str, token: Token) -> Iterator[Link]:
        for name, rest in _HTML_LINK.findall(html):
            attributes = dict(_ATTRIBUTE.findall(rest))
            picture = name.lower() == "img"
            target = attributes.get("src" if picture else "href", "")
            yield Link(self._line_of(target, token), target, picture, attributes.get("alt", "").strip())

    def _line_of(self, target: str, token: Token) -> int:
        first, end = token.map or (0, 1)
        for number in range(first, end):
            if target in self._lines[number]:
                return number + 1
        return first + 1  # the parser writes some addresses in another way than the text


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _fence(token: Token) -> Fence:
    attributes = dict(_ATTRIBUTE.findall(token.info))
    language = token.info.split(maxsplit=1)[0] if token.info.strip() else ""
    return Fence(
        _line(token),
        "" if "=" in language else language,
        attributes.get("title"),
        attributes.get("output"),
        token.content,
    )
