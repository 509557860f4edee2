"""What the browser probe sees in a page, and what it says where it does not see it."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest

from shared.messages import browser as words
from shared.probes import Mismatch, Skip
from shared.probes import browser as probe
from shared.probes.browser import LOCALHOST, LOOPBACK, NETWORK, Browser
from shared.probes.deadline import Deadline
from tests.needs import needs_chromium

from .pages import CHAT, Visit, visit  # noqa: F401

pytestmark = needs_chromium


def test_a_page_opens_under_every_name_and_remembers_it(visit: Visit) -> None:  # noqa: F811
    browser = visit(CHAT + "<script>add(location.host + ' ' + isSecureContext)</script>")
    for host, secure in ((NETWORK, "false"), (LOCALHOST, "true"), (LOOPBACK, "true")):
        page = browser.open(host)
        page.is_ready()
        page.shows(f"{host}:5000 {secure}")


def test_what_is_written_stands_in_the_list_once_and_on_its_side(visit: Visit) -> None:  # noqa: F811
    page = visit(CHAT + "<script>add('theirs')</script>").open()
    page.sends("<b>mine</b>  here")
    page.shows("<b>mine</b>  here", mark="mine")
    page.shows_once("mine")
    page.stands("mine", "right")
    page.stands("theirs", "not right")
    page.has_run_nothing()


def test_lines_that_stand_below_one_another_are_no_single_text(visit: Visit) -> None:  # noqa: F811
    page = visit(CHAT + "<script>add('한'); add('글')</script>").open()
    page.shows("글")
    assert page.shows_now("한 글") and not page.shows_now("한글")


def test_enter_that_ends_a_syllable_is_told_as_browsers_tell_it(visit: Visit) -> None:  # noqa: F811
    keys = """<script>for (const kind of ["keydown", "keyup", "compositionend"]) {
        box.addEventListener(kind, (event) => add(`${kind} ${event.keyCode} ${event.isComposing}`));
    }</script>"""
    page = visit(CHAT + keys).open()
    page.composes(["ㅎ", "하", "한"])
    page.shows("keydown 229 true compositionend undefined undefined keyup 13 false")
    page.types("글")
    page.presses_enter()
    page.shows("한글")


@pytest.mark.parametrize(
    ("page", "do", "expected", "got"),
    [
        (CHAT, lambda page: page.shows("nothing"), words.SHOWN.format(text="nothing"), re.escape(words.EMPTY)),
        ("<p>no list", lambda page: page.shows("x"), words.SHOWN.format(text="x"), words.NO_LIST),
        ("<p>no field", lambda page: page.sends("x"), words.CAN_TYPE, words.CANNOT_TYPE),
        (CHAT.replace("<input", "<input disabled"), lambda page: page.sends("x"), words.CAN_TYPE, words.CANNOT_TYPE),
        (CHAT.replace("<input", "<input hidden"), lambda page: page.composes("가"), words.CAN_TYPE, words.CANNOT_TYPE),
        (
            CHAT + "<script>add('two two')</script>",
            lambda page: page.shows_once("two"),
            words.TIMES.format(text="two", count=1),
            re.escape(words.TIMES.format(text="two", count=2)),
        ),
        (
            CHAT + "<script>add('theirs')</script>",
            lambda page: page.stands("theirs", "right"),
            words.STANDS.format(text="theirs", side="오른쪽"),
            "theirs: 왼쪽",
        ),
        (CHAT, lambda page: page.stands("x", "right"), words.STANDS.format(text="x", side="오른쪽"), "보이지 않음"),
        (
            CHAT + "<script>alert(7)</script>",
            lambda page: page.has_run_nothing(),
            words.NO_SCRIPT,
            re.escape(words.SCRIPT_RAN.format(text="7")),
        ),
        (
            CHAT + "<script>nobody()</script>",
            lambda page: page.shows("x"),
            words.SHOWN.format(text="x"),
            "페이지의 오류: nobody is not defined",
        ),
    ],
)
def test_what_is_not_there_is_told(
    visit: Visit,  # noqa: F811
    page: str,
    do: Any,
    expected: str,
    got: str,
) -> None:
    opened = visit(page).open()
    opened.browser.wait_seconds = 0.4
    with pytest.raises(Mismatch) as failure:
        do(opened)
    assert failure.value.expected == expected
    assert re.search(got, failure.value.got or "")


def test_a_text_that_was_changed_is_told_as_soon_as_its_mark_is_there(visit: Visit) -> None:  # noqa: F811
    page = visit(CHAT + "<script>list.innerHTML = 'word <b>bold</b>'</script>").open()
    with pytest.raises(Mismatch) as failure:
        page.shows("word <b>bold</b>", mark="word")
    assert failure.value.got == "word bold"


def test_lost_lines_are_noticed_by_the_page(visit: Visit) -> None:  # noqa: F811
    waits = "<script>fetch('/heard', {method: 'POST', body: new ReadableStream({}), duplex: 'half'})</script>"
    late = "<script>const old = new WebSocket(`ws://${location.host}/`); old.onclose = () => add('closed');</script>"
    browser = visit(CHAT + waits + late)
    page = browser.open()
    browser.cut()
    page.shows("closed")


def test_a_page_that_cannot_be_opened_is_gone(visit: Visit) -> None:  # noqa: F811
    browser = visit(CHAT)
    browser._gateway.close()
    with pytest.raises(Mismatch) as failure:
        browser.open()
    assert failure.value.kind == "broken" and "ERR_" in (failure.value.got or "")


def test_without_a_browser_or_its_driver_the_task_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(_: float) -> Any:
        raise ConnectionRefusedError

    with monkeypatch.context() as change:
        change.setattr(probe, "find", lambda: None)
        with pytest.raises(Skip) as skip:
            Browser(nowhere, Deadline(5))
        assert (skip.value.reason, skip.value.counted) == (words.NO_BROWSER, False)
    with monkeypatch.context() as change:
        change.setattr(importlib.util, "find_spec", lambda name: None)
        with pytest.raises(Skip) as skip:
            Browser(nowhere, Deadline(5))
        assert (skip.value.reason, skip.value.counted) == (words.NO_DRIVER, False)


def test_a_program_that_is_no_browser_is_not_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "chrome"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    program.chmod(0o700)
    monkeypatch.setattr(probe, "find", lambda: program)
    with pytest.raises(Skip) as skip:
        probe.version()
    assert (skip.value.reason, skip.value.counted) == (words.NO_START, False)
