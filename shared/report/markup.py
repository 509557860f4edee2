"""HTML out of text that may hold anything: what is not `Markup` already is escaped, always."""

from __future__ import annotations

import re
from textwrap import dedent

from markupsafe import Markup, escape

from shared.report.layout import lines_of, visible

NOTHING = Markup("")
_WITHOUT_END = {"br", "meta"}
_PLANES = range(0x1FFFE, 0x110000, 0x10000)
_NO_CHARACTERS = re.compile("[\ufdd0-\ufdef" + "".join(chr(last) + chr(last + 1) for last in _PLANES) + "]")
"""Code points that will never be characters; HTML forbids them."""


def shown(text: str) -> Markup:
    """Text as text: markup, control characters and what turns the direction of reading are only to be seen."""
    if isinstance(text, Markup):
        return text
    plain = _NO_CHARACTERS.sub(lambda found: f"\\U{ord(found[0]):08x}", visible(text))
    return escape(plain)


def element(name: str, *inside: str, **attributes: str | int | None) -> Markup:
    """One element. `class_` stands for `class`, `aria_label` for `aria-label`; None leaves an attribute out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{shown(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    end = "" if name in _WITHOUT_END else f"</{name}>"
    return Markup(f"<{name}{written}>{joined(*inside)}{end}")


def joined(*parts: str) -> Markup:
    """Pieces one after another."""
    return Markup("".join(shown(part) for part in parts))


def inline(text: str) -> Markup:
    """A sentence in which what stands between backticks is code."""
    parts = re.split(r"`([^`\n]+)`", text)
    return joined(*(element("code", part) if place % 2 else part for place, part in enumerate(parts)))


def prose(text: str) -> Markup:
    """Sentences, a paragraph for each line. Lines that begin with a blank are code."""
    made: list[Markup] = []
    code: list[str] = []
    for line in [*lines_of(text), ""]:
        if line.startswith(" "):
            code.append(line)
            continue
        if code:
            made.append(block(dedent("\n".join(code))))
            code = []
        if line:
            made.append(element("p", inline(line)))
    return joined(*made)


def block(text: str, class_: str | None = None) -> Markup:
    """Lines as they are."""
    # The element inside keeps the first line end, which HTML drops right behind <pre>.
    return element("pre", element("code", text.removesuffix("\n")), class_=class_)


def folded(summary: str, *inside: str, is_open: bool = False, class_: str | None = None) -> Markup:
    """What is opened by a click, or by a key."""
    return element("details", element("summary", summary), *inside, class_=class_, open="" if is_open else None)
