"""Headings of a Markdown text and what stands under each, without a Markdown library (importing one takes longer)."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

# An info string of a backtick fence holds no backtick: ```x``` on one line is code in a sentence.
_FENCE = re.compile(r"\s*(`{3,}(?=[^`]*$)|~{3,})(.*)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*")
_CODE = re.compile(r"(`+)(.+?)(?<!`)\1(?!`)")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(\*{1,3})(?=\S)(.+?)(?<=\S)\1")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True)
class Section:
    """A heading and the text up to the next heading of any level. `source` is the heading's line as written."""

    level: int
    heading: str
    body: str
    source: str


@lru_cache(maxsize=64)  # whoever watches the lessons reads the same texts again and again
def sections(text: str) -> tuple[Section, ...]:
    """All sections in order; text before the first heading is left out. `#` lines in code fences are no headings."""
    found: list[Section] = []
    start: tuple[int, str, str] | None = None
    body: list[str] = []
    fence = ""
    for line in normalize("NFC", text).splitlines():
        heading = None if fence else _HEADING.fullmatch(line)
        if heading is None:
            fence = _fence_after(line, fence)
            body.append(line)
            continue
        if start:
            found.append(Section(start[0], start[1], "\n".join(body).strip("\n"), start[2]))
        start = (len(heading[1]), plain(heading[2] or ""), line.strip())
        body = []
    if start:
        found.append(Section(start[0], start[1], "\n".join(body).strip("\n"), start[2]))
    return tuple(found)


def plain(text: str) -> str:
    """A line of Markdown as a reader sees it: code, emphasis, links and escapes become their text."""
    shown: list[str] = []
    end = 0
    for code in _CODE.finditer(text):
        shown += [_without_marks(text[end : code.start()]), code[2].strip()]
        end = code.end()
    return normalize("NFC", "".join([*shown, _without_marks(text[end:])])).strip()


def _without_marks(text: str) -> str:
    return html.unescape(_ESCAPE.sub(r"\1", _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text))))


def _fence_after(line: str, fence: str) -> str:
    """The fence that is open after this line: its marks, or an empty text."""
    match = _FENCE.fullmatch(line)
    if match is None:
        return fence
    if not fence:
        return match[1]
    closes = match[1].startswith(fence) and not match[2].strip()
    return "" if closes else fence
