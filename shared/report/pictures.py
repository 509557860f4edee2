"""Small pictures of a class as SVG: how many stand where. Colours are classes, see `style`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from shared.report.markup import element

BAR, STEP, HEIGHT, TOP, BOTTOM = 34, 48, 130, 24, 26
"""In pixels: width of a bar and the way to the next, the tallest bar, and room above and below for words."""


def bars(counts: Sequence[tuple[str, int]], title: str) -> Markup:
    """A bar for each label, its number above it."""
    most = max((count for _, count in counts), default=0) or 1
    parts = [element("title", title), element("desc", ", ".join(f"{label}: {count}" for label, count in counts))]
    ground = TOP + HEIGHT
    for number, (label, count) in enumerate(counts):
        x = number * STEP + (STEP - BAR) // 2
        tall = round(HEIGHT * count / most)
        middle = x + BAR // 2
        parts.append(element("rect", class_="bar", x=x, y=ground - tall, width=BAR, height=tall, rx=3))
        if count:
            parts.append(element("text", str(count), x=middle, y=ground - tall - 6, text_anchor="middle"))
        parts.append(element("text", label, class_="label", x=middle, y=ground + 18, text_anchor="middle"))
    width = max(1, len(counts)) * STEP
    parts.append(element("line", class_="ground", x1=0, y1=ground, x2=width, y2=ground))
    return element(
        "svg",
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        class_="bars",
        viewBox=f"0 0 {width} {ground + BOTTOM}",
        width=width,
        height=ground + BOTTOM,
    )


def strip(parts: Mapping[str, int]) -> Markup:
    """One bar, divided by numbers. Screen readers pass it over: the numbers are to stand beside it."""
    whole = sum(parts.values()) or 1
    made, x = [], 0.0
    for name, count in parts.items():
        width = 100 * count / whole
        if count:
            made.append(element("rect", class_=name, x=f"{x:.2f}%", width=f"{width:.2f}%", y=0, height=12))
        x += width
    return element(
        "svg",
        *made,
        xmlns="http://www.w3.org/2000/svg",
        class_="strip",
        width=160,
        height=12,
        aria_hidden="true",
        focusable="false",
    )
