"""Jinja templates of a submission: what they name and hold. They are parsed here, and never rendered."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from shared.probes.source import Source
from shared.verdict import Where

if TYPE_CHECKING:
    from jinja2 import nodes

FOLDER = "templates/"
MAX_CHARACTERS = 200_000

Lost = Literal["unknown block", "outside"]
"""Why a part of a template that extends another one is not shown: its block is not known there, or it is in none."""


class Templates:
    """The files below `templates/`. A template goes by its name there, such as `hi.html`."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def names(self) -> list[str]:
        """All names, sorted."""
        return [name.removeprefix(FOLDER) for name in self._source.names() if name.startswith(FOLDER)]

    def exists(self, name: str) -> bool:
        """Whether there is such a template."""
        return self._source.exists(FOLDER + name)

    def ancestors(self, name: str) -> list[str] | None:
        """What it extends, directly and in turn; None where that cannot be told (computed, or not readable)."""
        found: list[str] = []
        waiting = [name]
        while waiting:
            here = self._tree(waiting.pop())
            if here is None:
                return None
            for parent in _named(here, "Extends"):
                if not parent:
                    return None
                new = [other for other in parent if other not in found and self.exists(other)]
                found += new
                waiting += new
        return found

    def holds(self, name: str, tag: str) -> bool:
        """Whether a tag is written in it, or in what it extends, includes or imports."""
        seen: set[str] = set()
        waiting = [name]
        while waiting:
            here = waiting.pop()
            tree = None if here in seen else self._tree(here)
            seen.add(here)
            if tree is not None and _has_tag("".join(_texts(tree)), tag):
                return True
            if tree is not None:
                kinds = ("Extends", "Include", "Import", "FromImport")
                waiting += [other for kind in kinds for names in _named(tree, kind) for other in names]
        return False

    def pieces(self, name: str) -> list[str]:
        """Its own words as they may be shown, piece by piece: without tags, and cut where Jinja puts something in."""
        tree = self._tree(name)
        found = [piece for text in _texts(tree) for piece in re.split(r"<[^>]*>", text)] if tree is not None else []
        return [" ".join(piece.split()) for piece in found if piece.strip()]

    def is_raw(self, name: str, page: str) -> bool:
        """Whether a page shows it as it is, Jinja's marks and all, because nobody rendered it."""
        marks = re.findall(r"{%.*?%}|{{.*?}}", self._source.text(FOLDER + name), re.DOTALL)
        return bool(marks) and all(mark in page for mark in marks)

    def place(self, piece: str) -> Where | None:
        """Where a piece of a page is written, if that can only be in one template."""
        names = [name for name in self.names() if piece and piece in self._source.text(FOLDER + name)]
        if len(names) != 1:
            return None
        return Where(FOLDER + names[0], self._source.line(FOLDER + names[0], re.escape(piece)))

    def lost(self, name: str, piece: str) -> Lost | None:
        """Why a piece (`<h1`) of a template that extends another one is never shown; None where it may be."""
        tree = self._tree(name)
        above = self.ancestors(name)
        if tree is None or not above:
            return None
        trees = [self._tree(ancestor) for ancestor in above]
        known = {block for ancestor in trees if ancestor is not None for block in _blocks(ancestor)}
        outside, shown, unknown = "", "", ""
        for node in tree.body:
            texts = "".join(_texts(node))
            if type(node).__name__ == "Output":
                outside += texts
            elif type(node).__name__ == "Block" and getattr(node, "name", "") not in known:
                unknown += texts
            else:
                shown += texts
        if piece in shown:
            return None
        return "unknown block" if piece in unknown else "outside" if piece in outside else None

    def _tree(self, name: str) -> nodes.Template | None:
        return _parsed(self._source.text(FOLDER + name)) if self.exists(name) else None


@lru_cache(maxsize=64)
def _parsed(text: str) -> nodes.Template | None:
    from jinja2 import Environment, TemplateError

    try:
        return Environment().parse(text) if len(text) <= MAX_CHARACTERS else None
    except (TemplateError, RecursionError):
        return None


def _named(tree: nodes.Node, kind: str) -> list[list[str]]:
    """For each `{% extends ... %}` and the like, the names written in it."""
    from jinja2 import nodes

    found = []
    for node in tree.find_all(getattr(nodes, kind)):
        constants = [node.template, *node.template.find_all(nodes.Const)]
        values = [constant.value for constant in constants if isinstance(constant, nodes.Const)]
        found.append([value for value in dict.fromkeys(values) if isinstance(value, str)])
    return found


def _texts(tree: nodes.Node) -> list[str]:
    from jinja2 import nodes

    return [data.data for data in tree.find_all(nodes.TemplateData)]


def _blocks(tree: nodes.Node) -> list[str]:
    from jinja2 import nodes

    return [block.name for block in tree.find_all(nodes.Block)]


def _has_tag(text: str, tag: str) -> bool:
    return re.search(rf"<{tag}\b", text, re.IGNORECASE) is not None
