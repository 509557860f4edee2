"""Pages read back the way a browser reads them, but refusing every fault."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import html5lib


def page(text: str) -> Element:
    """The root of a page; a parse error of HTML5 is raised."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def fragment(text: str) -> Element:
    """What holds the elements of a fragment; a parse error of HTML5 is raised."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(text)


def words(element: Element) -> str:
    """All text in it."""
    return "".join(element.itertext())


def of_class(root: Element, name: str) -> list[Element]:
    """Elements of a class."""
    return [item for item in root.iter() if name in (item.get("class") or "").split()]
