"""Where the page has its Socket.IO client from, and what it does with one that somebody has changed."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.lesson_15.chat import FIELD, STATE, Chat, say, shows
from tests.needs import needs_chromium

pytestmark = needs_chromium

NOTICE = "Socket.IO 클라이언트를 가져올 수 없습니다."
WAY_OUT = "python workbook.py offline"


def test_the_local_copy_comes_first_and_nothing_is_asked_of_the_internet(bare_chat: Chat, client: bytes) -> None:
    bare_chat.cdn = client
    bare_chat.lay_client(client)
    page, other = bare_chat.enter(), bare_chat.enter()
    say(page, "교실에서")
    shows(other, "교실에서")
    assert bare_chat.asked_cdn == 0


def test_without_a_copy_it_comes_from_the_cdn(bare_chat: Chat, client: bytes) -> None:
    bare_chat.cdn = client
    page, other = bare_chat.enter(), bare_chat.enter()
    say(page, "인터넷에서")
    shows(other, "인터넷에서")
    assert bare_chat.asked_cdn == 2


def test_without_either_the_page_says_what_to_do(bare_chat: Chat) -> None:
    _gives_up(bare_chat.open())


@pytest.mark.parametrize("change", [lambda script: script + b"\nalert(1);", lambda script: script[:-200]])
def test_a_changed_script_from_the_cdn_is_refused(bare_chat: Chat, client: bytes, change: object) -> None:
    bare_chat.cdn = change(client)  # type: ignore[operator]
    page = bare_chat.open()
    _gives_up(page)
    assert bare_chat.asked_cdn == 1


def test_a_changed_copy_is_refused_and_the_cdn_steps_in(bare_chat: Chat, client: bytes) -> None:
    bare_chat.lay_client(b"window.harmed = true;\n" + client)
    bare_chat.cdn = client
    page, other = bare_chat.enter(), bare_chat.enter()
    say(page, "그래도")
    shows(other, "그래도")
    assert page.evaluate("window.harmed") is None
    assert bare_chat.asked_cdn == 2


def test_both_changed(bare_chat: Chat, client: bytes) -> None:
    bare_chat.cdn = b"window.harmed = true;\n" + client
    bare_chat.lay_client(bare_chat.cdn)
    page = bare_chat.open()
    _gives_up(page)
    assert page.evaluate("window.harmed") is None


@pytest.mark.parametrize(("lesson", "works"), [("13", "연결 단추를 눌러 보세요."), ("14", "연결되었습니다.")])
def test_pages_of_earlier_lessons(tmp_path: Path, browser: Browser, client: bytes, lesson: str, works: str) -> None:
    with contextlib.closing(Chat(tmp_path / "lesson", browser, lesson)) as other:
        expect(other.open().locator(STATE)).to_contain_text(WAY_OUT)
        other.cdn = client
        expect(other.open().locator(STATE)).to_contain_text(works)
        other.cdn = client + b"\n"
        expect(other.open().locator(STATE)).to_contain_text(WAY_OUT)
        other.lay_client(client)
        expect(other.open().locator(STATE)).to_contain_text(works)


def _gives_up(page: Page) -> None:
    expect(page.locator(STATE)).to_contain_text(NOTICE)
    expect(page.locator(STATE)).to_contain_text(WAY_OUT)
    expect(page.locator(FIELD)).to_be_disabled()
