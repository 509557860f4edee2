"""A piece of Markdown as lines of a terminal. What is to be copied, code above all, is neither wrapped nor framed."""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from shared.report.layout import cells, lines_of, visible, wrap

_PARSER = MarkdownIt("commonmark").enable("table")


def render(text: str, width: int) -> list[str]:
    """The lines, wrapped to `width` columns where they are prose."""
    return _blocks(SyntaxTreeNode(_PARSER.parse(text)).children, width)


def _blocks(nodes: Iterable[SyntaxTreeNode], width: int, tight: bool = False) -> list[str]:
    lines: list[str] = []
    for node in nodes:
        made = _block(node, width)
        if lines and made and not tight:
            lines.append("")
        lines += made
    return lines


def _block(node: SyntaxTreeNode, width: int) -> list[str]:
    if node.type in ("fence", "code_block"):
        return [f"    {visible(line)}" if line else "" for line in lines_of(node.content)]
    if node.type in ("bullet_list", "ordered_list"):
        return _list(node, width)
    if node.type == "blockquote":
        return [f"> {line}" for line in _blocks(node.children, width - 2)]
    if node.type == "table":
        return [" | ".join(_inline(cell.children) for cell in row.children) for row in node.walk() if row.type == "tr"]
    if node.type == "hr":
        return ["-" * min(width, 20)]
    if node.type in ("paragraph", "heading"):
        return wrap(visible(_inline(node.children)), width)
    return [visible(line) for line in lines_of(node.content)] if node.type == "html_block" else []


def _list(node: SyntaxTreeNode, width: int) -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(node.children, int(node.attrs.get("start", 1))):
        mark = "- " if node.type == "bullet_list" else f"{number}. "
        tight = all(child.hidden for child in item.children if child.type == "paragraph")
        first, *rest = _blocks(item.children, width - cells(mark), tight) or [""]
        lines += [mark + first, *(" " * cells(mark) + line if line else "" for line in rest)]
    return lines


def _inline(nodes: Iterable[SyntaxTreeNode]) -> str:
    return "".join(_piece(node) for node in nodes)


def _piece(node: SyntaxTreeNode) -> str:
    if node.type == "code_inline":
        return f"`{node.content}`"
    if node.type == "softbreak":
        return " "
    if node.type == "hardbreak":
        return "\n"
    if node.type == "link":
        text, target = _inline(node.children), str(node.attrs.get("href", ""))
        return text if target in ("", text) else f"{text} ({target})"
    if node.type == "image":
        return node.content
    return _inline(node.children) if node.children else node.content
