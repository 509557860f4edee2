"""The picture of Socket.IO events."""

from __future__ import annotations

from xml.etree import ElementTree as xml

from shared.messages import socketio as messages
from shared.report.diagram import COLUMNS, LISTED_HEAD, LISTED_TAIL, sequence_html, sequence_svg
from shared.report.layout import cells
from shared.report.moments import HEAD, TAIL
from shared.verdict import Moment
from tests.report.reading import fragment, words
from tests.report.test_html import EVIL
from tests.report.verdicts import NOT_FOR_ALL, NOT_HEARD

SVG = "{http://www.w3.org/2000/svg}"


def drawn(moments: tuple[Moment, ...]) -> xml.Element:
    return xml.fromstring(sequence_svg(moments))


def test_everyone_has_a_line_and_every_moment_an_arrow() -> None:
    root = drawn(NOT_HEARD.timeline)
    assert [item.text for item in root.findall(f"{SVG}text")] == ["가", "나", "다", "라", "서버"]
    assert [group.get("class") for group in root.findall(f"{SVG}g")] == [moment.kind for moment in NOT_HEARD.timeline]
    times = [group.findtext(f"{SVG}text[@class='seconds']") for group in root.findall(f"{SVG}g")]
    assert times == [f"{moment.seconds:.3f}" for moment in NOT_HEARD.timeline]


def test_arrows_run_from_who_speaks_to_who_hears() -> None:
    root = drawn((Moment(0, "가", "sends", "a"), Moment(0.1, "나", "hears", "a"), Moment(0.2, "나", "misses", "b")))
    client, other, server = (int(item.get("x", "")) for item in root.findall(f"{SVG}text"))
    sends, hears, misses = root.findall(f"{SVG}g")
    for group, start, end in ((sends, client, server), (hears, server, other)):
        line = group.find(f"{SVG}line")
        assert line is not None
        assert int(line.get("x1", "")) == start
        assert abs(int(line.get("x2", "")) - end) < 10
    line = misses.find(f"{SVG}line")
    assert line is not None
    assert int(line.get("x2", "")) > other + 10, "what did not come does not arrive"


def test_what_did_not_come_and_what_should_not_have_is_told_in_words() -> None:
    for timeline, kind in ((NOT_HEARD.timeline, "misses"), (NOT_FOR_ALL.timeline, "unwanted")):
        moment = next(item for item in timeline if item.kind == kind)
        said = messages.moment(moment)
        root = drawn(timeline)
        group = next(item for item in root.findall(f"{SVG}g") if item.get("class") == kind)
        assert said.partition("  ")[2] in "".join(group.itertext())
        assert said in (root.findtext(f"{SVG}desc") or "")
    assert root.findtext(f"{SVG}title")
    assert root.get("role") == "img"


def test_hundreds_of_moments_are_folded_as_on_the_screen_and_whole_in_words() -> None:
    many = tuple(Moment(number / 1000, "가나다"[number % 3], "sends", "e", str(number)) for number in range(900))
    made = fragment(sequence_html(many))
    assert len(made.findall("figure/details/ol/li")) == 900
    root = drawn(many)
    groups = root.findall(f"{SVG}g")
    assert len(groups) == HEAD + TAIL + 1
    assert messages.FOLDED.format(count=900 - HEAD - TAIL).strip() == "".join(groups[HEAD].itertext())
    assert int(root.get("height", "")) < 1500


def test_thousands_of_moments_do_not_fill_the_page() -> None:
    made = fragment(sequence_html(tuple(Moment(number, "가", "hears", "e") for number in range(5000))))
    items = [words(item) for item in made.findall("figure/details/ol/li")]
    assert len(items) == LISTED_HEAD + LISTED_TAIL + 1
    assert items[LISTED_HEAD] == messages.FOLDED.format(count=5000 - LISTED_HEAD - LISTED_TAIL).strip()


def test_long_data_is_broken_into_lines_that_fit() -> None:
    root = drawn((Moment(0, "가", "sends", "event", '"' + "가나 <b>" * 40 + '"'),))
    lines = [item.text or "" for item in root.findall(f"{SVG}g/{SVG}text") if item.get("class") != "seconds"]
    assert len(lines) > 2
    assert max(map(cells, lines)) <= COLUMNS
    heights = [int(item.get("y", "")) for item in root.findall(f"{SVG}g/{SVG}text") if item.get("class") != "seconds"]
    assert heights == sorted(set(heights))


def test_data_stays_data() -> None:
    moments = (Moment(0, EVIL, "hears", EVIL, EVIL), Moment(0, "가", "sends", "a", "\x00\n\t\ud800"))
    root = drawn(moments)
    assert {item.tag.removeprefix(SVG) for item in root.iter()} <= {"svg", "title", "desc", "g", "text", "line", "path"}
    assert "<script>alert(1)</script>" in words(fragment(sequence_html(moments)))


def test_a_client_that_has_left_has_no_line_any_more() -> None:
    root = drawn((Moment(0, "가", "leaves"), *(Moment(1, "나", "sends", "a") for _ in range(5))))
    lines = {item.get("x1"): int(item.get("y2", "")) for item in root.findall(f"{SVG}line")}
    first, second, *_ = root.findall(f"{SVG}text")
    assert lines[first.get("x")] < lines[second.get("x")]
