"""The page on a phone and on a desktop, light and dark, with a keyboard, and for whoever does not see it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser import violations
from tests.lesson_15.chat import FIELD, LIST, SEND, STATE, Chat, say, shows
from tests.needs import needs_chromium

pytestmark = needs_chromium

PHONE, DESKTOP = {"width": 320, "height": 568}, {"width": 1280, "height": 800}
LONG = "https://example.com/" + "a" * 200


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_has_nothing_against_it(chat: Chat, scheme: str, viewport: dict[str, int]) -> None:
    page = _in_talk(chat, color_scheme=scheme, viewport=viewport)
    assert violations(page) == []
    chat.stop()
    expect(page.locator(STATE)).not_to_be_empty()
    assert violations(page) == []


def test_axe_has_nothing_against_the_notice(bare_chat: Chat) -> None:
    page = bare_chat.open(viewport=PHONE)
    expect(page.locator(STATE)).to_contain_text("offline")
    assert violations(page) == []


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_everything_fits(chat: Chat, viewport: dict[str, int]) -> None:
    page = _in_talk(chat, viewport=viewport)
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    assert page.evaluate(f"document.querySelector('{LIST}').scrollWidth") <= viewport["width"]
    for part in (FIELD, SEND):
        box = page.locator(part).bounding_box()
        assert box and box["height"] >= 40, "too small for a finger"
        assert box["x"] >= 0 and box["x"] + box["width"] <= viewport["width"]
        assert box["y"] + box["height"] <= viewport["height"]


def test_the_newest_line_is_seen_unless_one_reads_above(chat: Chat) -> None:
    page, other = chat.enter(viewport=PHONE), chat.enter()
    said = [f"{number}번째 글" for number in range(30)]
    for text in said:
        say(other, text)
    shows(page, *said)
    expect(page.get_by_text(said[-1], exact=True)).to_be_in_viewport()
    page.locator(LIST).evaluate("(list) => { list.scrollTop = 0; }")
    say(other, "위를 읽는 동안")
    shows(page, *said, "위를 읽는 동안")
    expect(page.get_by_text(said[0], exact=True)).to_be_in_viewport()
    say(page, "내가 쓰면 아래로")
    expect(page.get_by_text("내가 쓰면 아래로")).to_be_in_viewport()


def test_with_the_keyboard_alone(chat: Chat) -> None:
    page, other = chat.enter(), chat.enter()
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("keys")
    page.keyboard.press("Tab")
    expect(page.locator(SEND)).to_be_focused()
    page.keyboard.press("Space")
    shows(other, "keys")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(page.locator(LIST)).to_be_focused()


def test_what_a_screen_reader_is_told(chat: Chat) -> None:
    page = _in_talk(chat)
    log = page.get_by_role("log", name="주고받은 글")
    expect(log.get_by_text("내 글")).to_have_css("align-self", "flex-end")
    expect(page.get_by_role("textbox", name="보낼 글")).to_be_enabled()
    expect(page.get_by_role("button", name="보내기")).to_be_enabled()
    expect(page.get_by_role("status")).to_have_count(1)
    assert page.get_by_text("내 글").evaluate("(line) => getComputedStyle(line, '::before').content") == '"나"'


def _in_talk(chat: Chat, **options: object) -> Page:
    page, other = chat.enter(**options), chat.enter()  # type: ignore[arg-type]
    say(page, "내 글")
    say(other, LONG)
    shows(page, "내 글", LONG)
    return page
