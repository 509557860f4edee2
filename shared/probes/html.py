"""Whether a page is valid HTML5, and what it says of itself.

Valid is what has no parse error (WHATWG HTML, section 13.2). Optional tags may be left out; which element may stand in
which is not judged beyond what a browser's parser itself refuses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from shared.messages import html as words
from shared.probes.reply import Reply
from shared.probes.shown import collapsed

MAX_CHARACTERS = 200_000
MAX_TAGS = 2_000
MAX_ATTRIBUTES = 500

_VOID = "area base br col embed hr img input link meta source track wbr"
_OPTIONAL_END = "html body p li dt dd rp rt option optgroup thead tbody tfoot tr td th colgroup"
VOID = frozenset(_VOID.split())
OPTIONAL_END = frozenset(_OPTIONAL_END.split())
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
WHOLE = frozenset(("html", "head", "body"))

# The parser follows an older edition of the standard, in which these were errors.
ALLOWED_TODAY = frozenset(
    (
        "expected-named-entity",
        "named-entity-without-semicolon",
        "unexpected-char-in-comment",
        "unexpected-dash-after-double-dash-in-comment",
        "unexpected-space-after-double-dash-in-comment",
        "unexpected-start-tag-in-select",
        "unexpected-end-tag-in-select",
    )
)

KINDS = {
    "expected-doctype-but-got-start-tag": "no-doctype",
    "expected-doctype-but-got-end-tag": "no-doctype",
    "expected-doctype-but-got-chars": "no-doctype",
    "expected-doctype-but-got-eof": "no-doctype",
    "unknown-doctype": "other-doctype",
    "unexpected-doctype": "second-doctype",
    "non-void-element-with-trailing-solidus": "self-closed",
    "expected-named-closing-tag-but-got-eof": "not-closed",
    "duplicate-attribute": "duplicate-attribute",
    "non-html-root": "second",
    "two-heads-are-not-better-than-one": "second",
    "expected-tag-name": "bare-less-than",
}
"""Our names for the parser's errors, where one name says all."""


@dataclass(frozen=True)
class HtmlFault:
    """The first fault of a page. `line` counts from 1 in the page as it was sent, and `text` is that line."""

    kind: str
    line: int
    text: str
    sentence: str
    name: str = ""

    @property
    def shown(self) -> str:
        """Where it is, in one line."""
        return (words.PLACE if self.text else words.NO_PLACE).format(line=self.line, text=self.text)


def first_fault(page: str) -> HtmlFault | None:
    """The first fault of a page, or None where it is valid."""
    page = re.sub(r"\r\n?", "\n", page.removeprefix("\ufeff"))
    if _takes_too_long(page):
        return HtmlFault("too-long", 1, "", words.SENTENCES["too-long"])
    import html5lib  # type: ignore[import-untyped]  # loading it takes longer than most checks

    parser: Any = html5lib.HTMLParser()

    def found(code: str = "", data: dict[str, str] | None = None) -> None:
        if code not in ALLOWED_TODAY:
            raise _Found(code, data or {})

    parser.parseError = found
    try:
        parser.parse(_without_templates(page))
    except _Found as fault:
        return _described(fault, parser, page)
    return None


def title(reply: Reply) -> str | None:
    """What the tab shows, or None. A picture drawn in SVG has a title of its own."""
    titles = [node for node in reply.select("title") if node.parent is None or node.parent.tag != "svg"]
    return text(titles[0]) if titles else None


def text(node: Any) -> str:
    """The text of an element, with white space as a browser shows it."""
    return collapsed(node.text(deep=True))


def encoding(meta: Any) -> str:
    """The encoding that a `<meta>` element names, in lower case; empty where it names none."""
    named = re.search(r"charset=([\w-]+)", meta.attributes.get("content") or "", re.IGNORECASE)
    value = meta.attributes.get("charset") or (named[1] if named and "http-equiv" in meta.attributes else "")
    return "utf-8" if value.lower() == "utf8" else value.lower()


class _Found(Exception):
    def __init__(self, code: str, data: dict[str, str]) -> None:
        super().__init__(code)
        self.code = code
        self.data = data


def _described(fault: _Found, parser: Any, page: str) -> HtmlFault:
    number = int(parser.tokenizer.stream.position()[0])
    kind, values = _kind_of(fault, [element.name for element in parser.tree.openElements])
    name = values.get("name", "")
    line = page.split("\n")[number - 1].strip() if number <= page.count("\n") + 1 else ""
    return HtmlFault(kind, number, line, words.SENTENCES[kind].format_map({"name": "", "open": "", **values}), name)


def _kind_of(fault: _Found, stack: list[str]) -> tuple[str, dict[str, str]]:
    """Our name for the error, and the tags that it is about. `stack` holds the elements that are open."""
    code, data = fault.code, fault.data
    name = data.get("startName") or data.get("originalName") or data.get("name") or data.get("gotName") or ""
    if code in KINDS:
        return KINDS[code], {"name": "html" if code == "non-html-root" else name}
    if code in ("expected-one-end-tag-but-got-another", "expected-closing-tag-but-got-eof"):
        return "not-closed", {"name": data.get("expectedName") or _innermost(stack)}
    if "after-body" in code or code.startswith("expected-eof"):
        return ("second" if name in WHOLE else "after-end"), {"name": name}
    if "table" in code or "cell" in code:
        return "in-table", {}
    if code.startswith("unexpected-start-tag"):
        return _of_start_tag(name, stack)
    if code.startswith(("unexpected-end-tag", "end-tag-too-early", "adoption-agency")):
        return _of_end_tag(name, stack, crossed=code.startswith("adoption-agency"))
    return ("attribute-marks" if "attribute" in code else "other"), {}


def _of_start_tag(name: str, stack: list[str]) -> tuple[str, dict[str, str]]:
    if name in WHOLE:
        return "second", {"name": name}
    if name in HEADINGS and HEADINGS.intersection(stack):
        return "not-closed", {"name": next(tag for tag in reversed(stack) if tag in HEADINGS)}
    return ("nested" if name in stack else "other"), {"name": name}


def _of_end_tag(name: str, stack: list[str], crossed: bool) -> tuple[str, dict[str, str]]:
    if name in VOID:
        return "void-closed", {"name": name}
    if name == "head":
        return "head-ended", {}
    innermost = _innermost(stack)
    if name in HEADINGS and innermost in HEADINGS and innermost != name:
        return "other-name", {"open": innermost, "name": name}
    if name == "p" and innermost in ("p", ""):
        return "paragraph-ended", {}
    if name in stack and innermost not in ("", name):
        return ("crossed" if crossed else "not-closed"), {"open": innermost, "name": name if crossed else innermost}
    return "not-open", {"name": name}


def _innermost(stack: list[str]) -> str:
    """The innermost open element whose end tag may not be left out; empty where there is none."""
    return next((tag for tag in reversed(stack) if tag not in OPTIONAL_END or tag == "p"), "")


def _without_templates(page: str) -> str:
    """The parser knows no `<template>`, in which anything may stand."""

    def emptied(match: re.Match[str]) -> str:
        return match[1] + "\n" * match[2].count("\n") + match[3]

    return re.sub(r"(<template\b[^>]*>)(.*?)(</template>)", emptied, page, flags=re.IGNORECASE | re.DOTALL)


def _takes_too_long(page: str) -> bool:
    """Whether the parser, which is slow with deep trees and long tags, would need more than a moment."""
    if len(page) > MAX_CHARACTERS or len(re.findall("<[A-Za-z]", page)) > MAX_TAGS:
        return True
    tags = re.findall("<[^<>]*", re.sub("\"[^\"]*\"|'[^']*'", '"', page))
    return any(len(re.findall(r"[\s/\"]+", tag)) > MAX_ATTRIBUTES for tag in tags if len(tag) > MAX_ATTRIBUTES)
