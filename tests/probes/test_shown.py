"""What counts as shown: the text as a person reads it, whole."""

from __future__ import annotations

import time

import pytest

from shared.probes import Mismatch
from shared.probes.shown import shown_lines, stands_for_itself
from tests.probes.asking import reply_of

SHOWN = {
    "the text alone": "Hello kim",
    "blank lines around it": "\n  Hello kim \n",
    "one element": "<p>Hello kim</p>",
    "an element of a page": "<!doctype html><title>t</title><body><h1>a</h1><p>Hello kim</p><p>b</p>",
    "a line that ends with br": "Hello kim<br>and more",
    "tags inside the line": "<p>Hello <b>k</b><i>im</i></p>",
    "an element inside a line": "<p>He said: <b>Hello kim</b>!</p>",
    "entities": "&#72;ello&#x20;k&#105;m",
    "line breaks in the source": "<p>Hello\n   kim</p>",
    "tags never closed": "<ul><li>Hello kim<li>other",
    "tags closed in the wrong order": "<p><b>Hello kim</p></b>",
    "a cell of a table": "<table><tr><td>Hello kim<td>x</table>",
    "a stray end tag": "</div>Hello kim</span>",
    "a comment in between": "Hello <!-- x -->kim",
    "no blank where a block ends": "<div>a</div>Hello kim<div>b</div>",
}

NOT_SHOWN = {
    "a piece of a longer sentence": "<p>Hello kim, welcome</p>",
    "a piece without markup": "He said Hello kim",
    "two lines of three": "<p>Hello</p><p>kim</p><p>x</p>",
    "a script": "<script>Hello kim</script>",
    "a style": "<style>Hello kim</style>",
    "the title": "<title>Hello kim</title>",
    "a comment": "<!-- Hello kim -->",
    "a template": "<template><p>Hello kim</p></template>",
    "a hidden element": "<p hidden>Hello kim</p>",
    "an attribute": '<img alt="Hello kim">',
    "another case": "hello kim",
    "no blank": "Hellokim",
    "escaped twice": "Hello&amp;#32;kim",
    "nothing": "",
}


@pytest.mark.parametrize("html", SHOWN.values(), ids=SHOWN)
def test_a_text_that_stands_for_itself_is_shown(html: str) -> None:
    assert stands_for_itself("Hello kim", html)
    reply_of(html).shows("Hello kim")


@pytest.mark.parametrize("html", NOT_SHOWN.values(), ids=NOT_SHOWN)
def test_anything_else_is_not_shown(html: str) -> None:
    assert not stands_for_itself("Hello kim", html)
    with pytest.raises(Mismatch):
        reply_of(html).shows("Hello kim")


def test_markup_that_the_browser_swallows_is_not_shown() -> None:
    assert not stands_for_itself("Hello <img src=x onerror=alert(1)>", "Hello <img src=x onerror=alert(1)>")
    assert stands_for_itself("Hello <img src=x>", "<p>Hello &lt;img src=x&gt;</p>")


def test_a_no_break_space_is_no_blank() -> None:
    assert not stands_for_itself("a b", "<p>a&nbsp;b</p>")
    assert stands_for_itself("a\u00a0b", "<p>a&nbsp;b</p>")


def test_lines_are_what_blocks_and_br_make_of_a_page() -> None:
    html = "<h1>제목</h1>\n<ul><li>하나 <b>둘</b></li><li></li><li>셋</li></ul>넷<br>다섯"
    assert shown_lines(html) == ["제목", "하나 둘", "셋", "넷", "다섯"]


def test_text_is_found_far_below_what_python_can_nest() -> None:
    assert stands_for_itself("Hello kim", "<div>" * 1500 + "Hello kim")


@pytest.mark.parametrize("tag", ["<div>", "<b> ", "<table>", "x<i>"])
def test_a_page_nested_without_end_is_read_in_a_short_time(tag: str) -> None:
    began = time.monotonic()
    assert not stands_for_itself("Hello kim", (tag * 400_000)[: 2 * 1024 * 1024])
    assert time.monotonic() - began < 10


def test_a_long_list_is_read_to_its_end() -> None:
    page = "<ul>" + "".join(f"<li><p>Nr. {number}" for number in range(6000)) + "</ul>"
    assert stands_for_itself("Nr. 5999", page)
