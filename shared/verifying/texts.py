"""Whether a text is well formed: headings, fences, pictures, links."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from shared.messages import verifying as words
from shared.verifying.finding import Finding
from shared.verifying.text import Link, Text


def verify_text(text: Text, root: Path) -> Iterator[Finding]:
    """Everything that can be told from the text and the files around it."""
    yield from _headings(text)
    for fence in text.fences:
        if not fence.language:
            yield Finding(text.path, fence.line, words.NO_LANGUAGE)
    for line, html in text.html_blocks:
        if "```" in html:
            yield Finding(text.path, line, words.FENCE_IN_HTML)
    for link in text.links:
        if link.picture and not link.alt:
            yield Finding(text.path, link.line, words.NO_ALT)
        fault = _fault(link, text, root)
        if fault is not None:
            yield Finding(text.path, link.line, fault)


def _headings(text: Text) -> Iterator[Finding]:
    tops = [heading for heading in text.headings if heading.level == 1]
    if len(tops) != 1:
        yield Finding(text.path, tops[1].line if tops else 1, words.h1_count(len(tops)))
    before = 0
    for heading in text.headings:
        if before and heading.level > before + 1:
            yield Finding(text.path, heading.line, words.level_skipped(heading.text, heading.level, before))
        before = heading.level


def _fault(link: Link, text: Text, root: Path) -> str | None:
    """What is wrong with a link, or None. Nothing is asked of the network."""
    shown = unquote(link.target)
    try:
        parts = urlsplit(link.target)
    except ValueError:
        return words.link_odd(shown)
    if parts.scheme or parts.netloc:
        fine = parts.scheme in ("http", "https") and "." in (parts.hostname or "") and " " not in shown
        return None if fine else words.link_odd(shown)
    path = text.path
    if parts.path:
        path = Path(text.path.parent, unquote(parts.path)).resolve()
        if parts.path.startswith("/") or not path.is_relative_to(root.resolve()):
            return words.link_outside(shown)
        if not path.exists():
            return words.link_broken(shown)
    elif not parts.fragment:
        return words.link_broken(shown)
    if not parts.fragment or path.suffix.lower() != ".md":
        return None
    target = text if path == text.path else Text(path)
    return None if unquote(parts.fragment) in target.anchors else words.anchor_broken(shown)
