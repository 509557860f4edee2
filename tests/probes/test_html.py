"""What is valid HTML5, and what the first fault of a page is called."""

from __future__ import annotations

import re
import time

import pytest

from shared.messages.html import SENTENCES
from shared.probes.html import KINDS, encoding, first_fault, title
from shared.probes.reply import Reply
from shared.verdict import Exchange, Request, Response

START = '<!DOCTYPE html>\n<html lang="ko">\n<head><meta charset="utf-8"><title>시험</title></head>\n<body>\n'
END = "\n</body>\n</html>\n"

VALID = {
    "nothing left out": "<h1>제목</h1><p>글</p>",
    "end tags left out": "<p>하나<p>둘<ul><li>가<li>나</ul><dl><dt>말<dd>뜻</dl>",
    "cells left out": "<table><tr><th>가<td>나<tr><td>다</table>",
    "void elements with a slash": '<br/><img src="a.png" alt="" /><hr />',
    "a frame that is closed": '<iframe src="a.html"></iframe><p>글</p>',
    "pictures drawn by hand": '<svg viewBox="0 0 9 9"><title>원</title><circle r="3"/></svg>',
    "newer elements": "<main><search></search><dialog open>가</dialog><details><summary>나</summary></details></main>",
    "cells in a template": "<template>\n<td>가</td>\n</template><p>글</p>",
    "a rule in a choice": "<select><option>가<hr><option>나</select>",
    "hyphens in a comment": "<!-- 하나 -- 둘 -->",
    "ampersands": '<p>a & b a&b <a href="/?a=1&b=2&copy=3">c</a></p>',
    "tags in a script": '<script type="module">if (a < b) { p = "</p>" }</script>',
}

FAULTS = {
    "self-closed": ('<iframe src="a.html" />\n<p>글</p>', "iframe"),
    "not-closed": ("<div>\n<p>글</p>", "div"),
    "other-name": ("<h1>제목</h2>", "h2"),
    "crossed": ("<b><p>글</b></p>", "b"),
    "not-open": ("<p>글</p></div>", "div"),
    "paragraph-ended": ("<p><ul><li>가</ul></p>", ""),
    "void-closed": ('<img src="a.png" alt=""></img>', "img"),
    "duplicate-attribute": ('<p class="a" class="b">글</p>', ""),
    "attribute-marks": ('<p class="a>글</p>\n<p class="b">글</p>', ""),
    "bare-less-than": ("<p>3 < 5</p>", ""),
    "second": ("<head></head>", "head"),
    "after-end": ("</body></html><p>글</p>", "p"),
    "nested": ('<a href="/">가<a href="/">나</a></a>', "a"),
    "in-table": ("<table><p>글</p></table>", ""),
    "other": ("<p>\x00</p>", ""),
}


@pytest.mark.parametrize("body", VALID.values(), ids=VALID.keys())
def test_valid_pages_have_no_fault(body: str) -> None:
    assert first_fault(START + body + END) is None


def test_head_body_and_html_may_be_left_out() -> None:
    assert first_fault('<!DOCTYPE html><html lang="ko"><meta charset="utf-8"><title>시험</title><p>글') is None


def test_a_byte_order_mark_and_windows_lines_do_no_harm() -> None:
    assert first_fault("\ufeff" + (START + "<p>글" + END).replace("\n", "\r\n")) is None


@pytest.mark.parametrize("kind", FAULTS)
def test_faults_are_named_with_their_tag(kind: str) -> None:
    body, name = FAULTS[kind]
    fault = first_fault(START + body + END)
    assert fault is not None
    assert (fault.kind, fault.name) == (kind, name)


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("<html><head><title>가</title></head><body></body></html>", "no-doctype"),
        ("글" + START + END, "no-doctype"),
        (START.replace("html>", 'html PUBLIC "-//W3C//DTD HTML 4.01//EN">', 1) + END, "other-doctype"),
        (START + "<!DOCTYPE html>" + END, "second-doctype"),
        ("<!DOCTYPE html><html><head><h1>가</h1></head><body></body></html>", "head-ended"),
        ("<!DOCTYPE html><html><head><title>가</head><body></body></html>", "not-closed"),
        ("<!DOCTYPE html><p>가<div>", "not-closed"),
    ],
)
def test_faults_of_the_whole_page(page: str, kind: str) -> None:
    fault = first_fault(page)
    assert fault is not None and fault.kind == kind


def test_a_fault_says_in_which_line_it_is() -> None:
    fault = first_fault(START + "<p>가</p>\n  <iframe src='a' />\n" + END)
    assert fault is not None
    assert (fault.line, fault.text) == (6, "<iframe src='a' />")
    assert fault.shown == "받은 HTML의 6행: <iframe src='a' />"


def test_every_kind_has_a_sentence_and_every_sentence_can_be_met() -> None:
    met = {*FAULTS, "no-doctype", "other-doctype", "second-doctype", "head-ended", "too-long"}
    assert set(SENTENCES) == met
    assert set(KINDS.values()) <= met


def test_sentences_leave_no_gap_open() -> None:
    for body, _ in FAULTS.values():
        fault = first_fault(START + body + END)
        assert fault is not None and "``" not in fault.sentence and not re.search(r"\{\w+\}|<>|</>", fault.sentence)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 100_000,
        "<p " + " ".join(f"a{n}" for n in range(30_000)) + ">",
        "<p a/" + "a/" * 90_000,
        "가" * 300_000,
    ],
    ids=["deep", "many attributes", "attributes between slashes", "long"],
)
def test_a_page_made_to_keep_us_busy_is_not_read(body: str) -> None:
    fault = first_fault(START + body + END)
    assert fault is not None and fault.kind == "too-long"


def test_the_deepest_page_that_is_read_is_read_soon() -> None:
    began = time.monotonic()
    first_fault(START + "<div>" * 1_990 + END)
    assert time.monotonic() - began < 20  # guards against hanging; speed is measured elsewhere


def reply_of(page: str) -> Reply:
    request = Request("GET", "http://127.0.0.1:5000/")
    response = Response(200, "OK", {"Content-Type": "text/html"}, page)
    return Reply(request.url, response, page.encode("utf-8"), Exchange(request, response, "", ""))


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<title>\n 가  나 </title>", "가 나"),
        ("<svg><title>그림</title></svg>", None),
        ("<p>글", None),
        ("<title>가</title><p><title>나</title>", "가"),
    ],
)
def test_the_title_is_what_the_tab_shows(page: str, expected: str | None) -> None:
    assert title(reply_of(page)) == expected


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ('<meta charset="UTF-8">', "utf-8"),
        ("<meta charset=utf8>", "utf-8"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">', "euc-kr"),
        ('<meta name="description" content="charset=utf-8">', ""),
        ("<meta charset>", ""),
    ],
)
def test_the_encoding_is_what_a_meta_element_names(meta: str, expected: str) -> None:
    assert encoding(reply_of(meta).select("meta")[0]) == expected
