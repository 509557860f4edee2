"""Text on a grid of terminal columns, where a Hangul syllable takes two."""

from __future__ import annotations

import re
import unicodedata

_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufffe\uffff"
_STEERING = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Characters that turn the direction of the text around them, so that a value could pose as another."""

_NOT_PLAIN = re.compile(f"[{_CONTROLS}{_STEERING}]")


def visible(text: str) -> str:
    """The text with everything that steers a terminal, or that UTF-8 and XML refuse, written as `\\x1b`.

    Line ends and tabs stay. A value from a submission may hold anything.
    """
    return _NOT_PLAIN.sub(_escaped, text)


def lines_of(text: str) -> list[str]:
    """The lines as a screen would break them; unlike `splitlines`, no other control character ends a line."""
    lines = text.replace("\r\n", "\n").split("\n")
    return lines if lines[-1] else lines[:-1]


def cells(text: str) -> int:
    """Columns that the text takes."""
    if text.isascii():
        return len(text)
    return sum(_cell(character) for character in text)


def pad(text: str, width: int) -> str:
    """The text, filled with blanks up to `width` columns."""
    return text + " " * (width - cells(text))


def wrap(text: str, width: int) -> list[str]:
    """Lines of prose, at most `width` columns each, broken between words; a longer word stands alone, unbroken.

    Lines that begin with a blank are code and stay as they are.
    """
    lines: list[str] = []
    for line in lines_of(text) or [""]:
        lines.extend([line] if line.startswith(" ") else _wrap_line(line, width))
    return lines


def _wrap_line(line: str, width: int) -> list[str]:
    lines: list[str] = []
    current = ""
    for word in line.split(" "):
        longer = f"{current} {word}" if current else word
        if current and cells(longer) > width:
            lines.append(current)
            current = word
        else:
            current = longer
    return [*lines, current]


def _cell(character: str) -> int:
    if "\u1160" <= character <= "\u11ff" or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0  # vowels and finals of a syllable in parts (NFD) are drawn into the place of its first consonant
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _escaped(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")
