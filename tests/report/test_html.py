"""A verdict in a browser: what the screen says, and nothing that a submission could make of it."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest

from shared.messages import report as messages
from shared.report.html import document, step_html, verdict_html
from shared.report.layout import visible
from shared.report.terminal import render_step
from shared.verdict import Exchange, Frame, Moment, PythonError, Request, Response, StepResult, Where
from tests.report.reading import fragment, of_class, page, words
from tests.report.verdicts import DIFFERENT, FIRST, RAISED, TITLE, VERDICTS, verdict

EVIL = (
    "</code></pre></style></title><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;<!--`x`"
    "\x00\x08\x1b[31m\x7f\x85\ufdd0\ufffe\U0001fffe\udcff\u202e]]>"
)
EVERYWHERE = StepResult(
    3,
    EVIL,
    "fail",
    mistake=EVIL,
    message=EVIL,
    expected=EVIL,
    got=EVIL + "!",
    exchange=Exchange(Request("GET", EVIL, {EVIL: EVIL}, EVIL), Response(200, EVIL, {EVIL: EVIL}, EVIL), EVIL, EVIL),
    where=Where(EVIL, 3),
    reread=EVIL,
    did=EVIL,
    error=PythonError(EVIL, EVIL, (Frame(EVIL, 1, EVIL, EVIL),)),
    timeline=(Moment(0.1, EVIL, "hears", EVIL, EVIL), Moment(0.2, EVIL, "misses", EVIL, EVIL)),
)


def squeezed(text: str) -> str:
    return re.sub(r"[\s`]+", "", text)


@pytest.mark.parametrize("name", VERDICTS)
def test_page_is_valid_and_needs_nothing_else(name: str) -> None:
    root = page(document(name, verdict_html(VERDICTS[name], lesson_title=TITLE, heading=1)))
    for item in root.iter():
        assert item.tag not in ("script", "link", "img", "iframe", "foreignObject")
        assert not {key for key in item.attrib if key.startswith("on") or key in ("style", "href", "src")}, item.tag
    assert root.get("lang") == "ko"


@pytest.mark.parametrize("name", VERDICTS)
def test_page_says_what_the_screen_says(name: str) -> None:
    said = squeezed(words(fragment(verdict_html(VERDICTS[name], lesson_title=TITLE))))
    for step in VERDICTS[name].steps:
        alone = squeezed(words(fragment(step_html(step))))
        for text in (step.did, step.message, step.reread, messages.task(step), messages.STATUS[step.status]):
            if step.status != "pass" and text is not None:
                assert squeezed(text) in said
                assert squeezed(text) in alone
        if not step.timeline:  # the screen cuts it
            for line in render_step(step, width=10).splitlines():
                shown = squeezed(line.replace("^", ""))
                labels = (messages.EXPECTED, messages.GOT, messages.DID, messages.WHERE, messages.STATUS_LINE)
                for label in labels:
                    shown = shown.removeprefix(squeezed(label))
                assert shown in alone
    assert squeezed(messages.summary(VERDICTS[name])) in said
    assert squeezed(messages.next_step(VERDICTS[name], None)) in said


def test_facts_stand_in_the_order_of_the_screen() -> None:
    labels = [words(item) for item in fragment(step_html(RAISED)).iter("dt")]
    wanted = [messages.DID, messages.EXPECTED, messages.GOT, messages.STATUS_LINE, messages.WHERE, messages.ERROR]
    wanted += [messages.MEANING, messages.TRY_CURL, messages.TRY_PYTHON, messages.REREAD]
    assert [label for label in labels if label in wanted] == wanted


@pytest.mark.parametrize("several_lines", [False, True])
def test_what_a_submission_says_stays_text(several_lines: bool) -> None:
    step = EVERYWHERE
    if several_lines:
        step = replace(step, expected=f"{EVIL}\n{EVIL}", got=f"a\n{EVIL}\nb")
    judged = replace(verdict(step), output=EVIL, lesson=EVIL, notes=(EVIL,), walls=EVIL)
    root = page(document(EVIL, verdict_html(judged, lesson_title=EVIL, heading=1)))
    tags = {item.tag for item in root.iter() if isinstance(item.tag, str)}
    assert not tags & {"script", "img"}
    assert len(list(root.iter("style"))) == len(list(root.iter("title"))) - len(list(root.iter("svg"))) == 1
    shown = visible(EVIL).replace("\ufdd0", "\\U0000fdd0").replace("\U0001fffe", "\\U0001fffe")
    assert words(next(root.iter("title"))) == shown
    assert [words(item) for item in of_class(root, "copyable")] == [shown, shown]
    assert "<script>alert(1)</script>" in words(next(root.iter("body")))


def test_what_is_to_be_pasted_stands_alone() -> None:
    assert DIFFERENT.exchange is not None
    pasted = [words(item) for item in of_class(fragment(step_html(DIFFERENT)), "copyable")]
    assert pasted == [DIFFERENT.exchange.curl, DIFFERENT.exchange.python]


def test_headings_stand_below_the_given_level() -> None:
    made = fragment(verdict_html(verdict(FIRST, DIFFERENT), lesson_title=TITLE, heading=3))
    assert [item.tag for item in made.iter() if re.fullmatch("h[1-6]", str(item.tag))] == ["h3", "h4", "h4"]
    assert fragment(step_html(FIRST, heading=5)).find("section/h5") is not None


def test_policy_allows_the_style_inside_and_nothing_more() -> None:
    root = page(document("t", "<h1>t</h1>"))
    style = "".join(next(root.iter("style")).itertext())
    policy = next(item.get("content") for item in root.iter("meta") if item.get("http-equiv"))
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'"


def test_exchange_is_shown_as_sent_and_received() -> None:
    made = words(of_class(fragment(step_html(DIFFERENT)), "exchange")[0])
    for text in ("GET http://127.0.0.1:5000/hi/kim", "Accept: */*", "200 OK", "Content-Type: text/html; charset=utf-8"):
        assert text in made
    assert "Hello 하늘님 {name}" in made


def test_exchange_is_open_where_the_body_says_more() -> None:
    says_more = replace(DIFFERENT, got="404 NOT FOUND")
    for step, is_open in ((DIFFERENT, False), (says_more, True), (RAISED, False)):
        assert (of_class(fragment(step_html(step)), "exchange")[0].get("open") is not None) == is_open


def test_a_cause_for_all_is_said_once() -> None:
    step = StepResult(1, "하나", "unjudged", message="크로미움이 없습니다.")
    made = fragment(verdict_html(verdict(step, replace(step, task=2)), lesson_title=TITLE))
    assert words(made).count("크로미움이 없습니다.") == 1


def test_code_in_sentences_is_code() -> None:
    step = replace(DIFFERENT, title="`/hi`는 인사", message="`f`를 쓰세요.\n    return f'{x}'")
    made = fragment(step_html(step))
    assert [words(item) for item in made.findall("section/h2/code")] == ["/hi"]
    assert [words(item) for item in of_class(made, "message")[0].iter("code")] == ["f", "return f'{x}'"]
