"""A lesson's Markdown as HTML: headings that can be linked to, coloured programs, links that stay in the page."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from shared.lessons import Lesson
from shared.lessons.headings import plain
from shared.messages import page as words

_ATTRIBUTE = re.compile(r'(title|output)="([^"]*)"')
_LESSON = re.compile(r"\.\./(\d\d_\w+)/README\.md(#.*)?")


def rendered(lesson: Lesson, lesson_url: Callable[[str], str], pictures: str) -> Markup:
    """The text of a lesson. The text is the workbook's own, so the HTML in it is passed on.

    Args:
        lesson_url: the address of a lesson by its slug.
        pictures: the address of the folder of its pictures.
    """
    source = (lesson.folder / "README.md").read_text(encoding="utf-8-sig")
    return _html(source, lambda target: _moved(target, lesson_url, pictures))


def markdown(source: str) -> Markup:
    """A piece of the workbook's own Markdown, such as a hint."""
    return _html(source, lambda target: target)


def anchor(heading: str) -> str:
    """The name under which a heading can be linked to: the one that GitHub gives it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _html(source: str, moved: Callable[[str], str]) -> Markup:
    reader = MarkdownIt("commonmark", {"highlight": _coloured}).enable("table")
    reader.add_render_rule("table_open", lambda *_: '<div class="wide"><table>')
    reader.add_render_rule("table_close", lambda *_: "</table></div>")
    reader.add_render_rule("fence", _fence)
    tokens = reader.parse(source)
    _name_headings(tokens)
    _empty_corners(tokens)
    for token in tokens:
        for child in token.children or ():
            for name in ("href", "src"):
                if name in child.attrs:
                    child.attrs[name] = moved(str(child.attrs[name]))
    return Markup(reader.renderer.render(tokens, reader.options, {}))


def _fence(self: RendererHTML, tokens: Sequence[Token], index: int, *more: Any) -> str:
    token = tokens[index]
    language, _, rest = token.info.partition(" ")
    named = _ATTRIBUTE.search(rest)
    label = named and (named[2] if named[1] == "title" else words.OUTPUT.format(file=named[2]))
    name = f'<p class="file">{html.escape(label)}</p>' if label else ""
    return f'{name}<pre class="code"><code>{_coloured(token.content, language, "")}</code></pre>\n'


def _coloured(code: str, language: str, _: str) -> str:
    try:
        lexer = get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return html.escape(code)
    coloured: str = highlight(code, lexer, HtmlFormatter(nowrap=True))
    return coloured


def _name_headings(tokens: Sequence[Token]) -> None:
    """The text's own links find its headings by these names."""
    seen: dict[str, int] = {}
    for token, inline in zip(tokens, tokens[1:], strict=False):
        if token.type == "heading_open":
            base = anchor(plain(inline.content))
            count = seen[base] = seen.get(base, -1) + 1
            token.attrs["id"] = f"{base}-{count}" if count else base


def _empty_corners(tokens: list[Token]) -> None:
    """The empty cell at the corner of a table heads nothing, and a screen reader should not say that it does."""
    for start, inline, end in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if start.type == "th_open" and not inline.content.strip():
            start.tag = end.tag = "td"


def _moved(target: str, lesson_url: Callable[[str], str], pictures: str) -> str:
    if target == "hints.md":
        return "#tasks"  # where they are shown one by one
    if target.startswith("images/"):
        return pictures + target.removeprefix("images/")
    found = _LESSON.fullmatch(target)
    return lesson_url(found[1]) + (found[2] or "") if found else target
