"""What happened between Socket.IO clients and the server, as a picture: a line for each, an arrow for each moment.

What was said stands between the last client and the server, one below the other, so that it reads as a list and no
line runs through it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from shared.messages import report as report_words
from shared.messages import report_html as html_words
from shared.messages import socketio as words
from shared.report.layout import cells, visible
from shared.report.markup import element, folded
from shared.report.moments import HEAD, MAX_CHARACTERS, TAIL
from shared.verdict import Moment

TIME, CLIENT, WORDS, EDGE = 56, 52, 380, 36
"""Widths in pixels: of the times, between clients, of what is said, and right of the server."""
TOP, LINE, GAP = 44, 17, 12
"""Heights: of the names, of a line of words, and between moments."""
COLUMNS = 44
"""Columns of text that fit where the words stand."""

LISTED_HEAD, LISTED_TAIL = 200, 800
"""Moments that are told in words; a server gone wild makes thousands."""

TO_SERVER = {"asks", "sends", "leaves", "drops"}
NOT_COME = {"misses", "unacknowledged"}
AMISS = {*NOT_COME, "unwanted"}
ENDS = {"leaves", "drops", "lost", "refused"}


def sequence_html(moments: tuple[Moment, ...]) -> Markup:
    """The picture, and the same in words behind a fold."""
    left_out = len(moments) - LISTED_HEAD - LISTED_TAIL
    listed = moments if left_out <= 1 else (*moments[:LISTED_HEAD], None, *moments[-LISTED_TAIL:])
    items = [_item(moment) if moment is not None else element("li", _folded(left_out)) for moment in listed]
    picture = element(
        "div", sequence_svg(moments), class_="wide", tabindex=0, role="group", aria_label=html_words.TIMELINE
    )
    text = folded(html_words.TIMELINE_IN_WORDS, element("ol", *items))
    return element("figure", element("figcaption", report_words.TIMELINE), picture, text, class_="timeline")


def _item(moment: Moment) -> Markup:
    return element("li", element("span", f"{moment.seconds:.3f}", class_="seconds"), " ", words.moment(moment))


def _folded(count: int) -> str:
    return words.FOLDED.format(count=count).strip()


def sequence_svg(moments: tuple[Moment, ...]) -> Markup:
    """An SVG of the first and the last moments; classes carry the colours, see `style`."""
    clients = list(dict.fromkeys(moment.who for moment in moments))
    places = {who: TIME + CLIENT * number + CLIENT // 2 for number, who in enumerate(clients)}
    server = TIME + CLIENT * len(clients) + WORDS
    width = server + EDGE
    rows = list(_rows(moments))
    parts = [element("title", html_words.TIMELINE), element("desc", _description(moments))]
    height = TOP + GAP + sum(row.height for row in rows) + GAP
    ends = _ends(rows, height)
    for who, x in [*places.items(), (html_words.SERVER, server)]:
        parts.append(element("text", who, class_="name", x=x, y=20, text_anchor="middle"))
        parts.append(_line(x, 30, x, ends.get(who, height), "life"))
    y = TOP
    for row in rows:
        y += row.height
        parts.append(row.drawn(places, server, y))
    return element(
        "svg",
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        class_="sequence",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
    )


@dataclass(frozen=True)
class _Row:
    moment: Moment | None
    lines: tuple[str, ...]

    @property
    def height(self) -> int:
        return LINE * len(self.lines) + GAP

    def drawn(self, places: dict[str, int], server: int, y: int) -> Markup:
        """Words, and the arrow below them at the height `y`."""
        left = server - WORDS + CLIENT // 2
        said = [
            element("text", line, x=left, y=y - 5 - LINE * (len(self.lines) - 1 - number))
            for number, line in enumerate(self.lines)
        ]
        if self.moment is None:
            return element("g", *said, class_="between")
        time = element("text", f"{self.moment.seconds:.3f}", class_="seconds", x=TIME - 8, y=y + 4, text_anchor="end")
        return element(
            "g", time, *said, *_arrow(self.moment, places[self.moment.who], server, y), class_=self.moment.kind
        )


def _rows(moments: tuple[Moment, ...]) -> Iterator[_Row]:
    left_out = len(moments) - HEAD - TAIL
    for number, moment in enumerate(moments):
        if left_out > 1 and HEAD <= number < HEAD + left_out:
            if number == HEAD:
                yield _Row(None, (_folded(left_out),))
            continue
        yield _Row(moment, tuple(_broken(_short(html_words.what(moment)))))


def _short(text: str) -> str:
    seen = visible(text).replace("\n", "\\n").replace("\t", "\\t")
    return seen if len(seen) <= MAX_CHARACTERS else seen[:MAX_CHARACTERS] + "..."


def _broken(text: str) -> Iterator[str]:
    """Lines of at most so many columns, broken at a blank where one is near; data often has none."""
    line = ""
    for character in text:
        if cells(line + character) > COLUMNS:
            blank = line.rfind(" ")
            end = blank + 1 if blank > len(line) // 2 else len(line)
            yield line[:end].rstrip()
            line = line[end:]
        line += character
    yield line


def _arrow(moment: Moment, client: int, server: int, y: int) -> Iterator[Markup]:
    start, end = (client, server) if moment.kind in TO_SERVER else (server, client)
    step = 1 if end > start else -1
    if moment.kind == "drops":
        yield _cross(client, y)
        return
    if moment.kind in NOT_COME:
        stop = server - WORDS + 12  # left of the words
        yield _line(start, y, stop, y, "arrow")
        yield _cross(stop, y)
        return
    yield _line(start, y, end - step * 8, y, "arrow")
    yield element("path", d=f"M{end - step} {y}l{-step * 10} -5v10z", class_="head")
    if moment.kind in ENDS:
        yield element("path", d=f"M{client - 8} {y + 7}h16", class_="end")


def _cross(x: int, y: int) -> Markup:
    return element("path", d=f"M{x - 6} {y - 6}l12 12m0-12l-12 12", class_="cross")


def _line(x1: int, y1: int, x2: int, y2: int, class_: str) -> Markup:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)


def _ends(rows: list[_Row], height: int) -> dict[str, int]:
    """Where a client's line stops: after its last moment, if that one ended the connection."""
    ends: dict[str, int] = {}
    y = TOP
    for row in rows:
        y += row.height
        if row.moment is not None:
            ends[row.moment.who] = y + 7 if row.moment.kind in ENDS else height
    return ends


def _description(moments: tuple[Moment, ...]) -> str:
    """For who cannot see the picture: what did not come and what should not have; the rest stands in words below it."""
    return " / ".join([words.moment(moment) for moment in moments if moment.kind in AMISS] or [html_words.IN_WORDS])
