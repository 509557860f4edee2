"""A line that is lost and comes back leaves a list in which everything stands once, and one's own on the right."""

from __future__ import annotations

import socketio
from playwright.sync_api import Page, expect

from tests.lesson_15.chat import FIELD, LIST, STATE, Chat, is_back, lines, say, shows
from tests.needs import needs_chromium, needs_linux

pytestmark = needs_chromium


def test_nothing_is_doubled_and_own_lines_stay_right(chat: Chat) -> None:
    first, second = chat.enter(), chat.enter()
    say(first, "내 글")
    shows(second, "내 글")
    say(second, "네 글")
    shows(first, "내 글", "네 글")
    for _ in range(2):
        is_back(first, chat.cut)
        shows(first, "내 글", "네 글")
        assert (lines(first, "mine"), lines(first, "theirs")) == (["내 글"], ["네 글"])
        _stand_apart(first)
        expect(second.locator(FIELD)).to_be_enabled(timeout=15_000)
    expect(first.locator("#total")).to_have_text("지금 2명")


def test_what_others_said_meanwhile_is_there(chat: Chat) -> None:
    page = chat.enter()
    say(page, "먼저")
    other = socketio.SimpleClient(reconnection=False)
    other.connect(chat.url)

    def lose() -> None:
        chat.cut()
        assert other.call("message", "그사이에", timeout=5)["ok"]

    is_back(page, lose)
    shows(page, "먼저", "그사이에")


def test_a_server_that_starts_again(chat: Chat) -> None:
    first, second = chat.enter(), chat.enter()
    say(first, "옛글")
    shows(second, "옛글")
    is_back(first, chat.restart)
    expect(second.locator(FIELD)).to_be_enabled(timeout=15_000)
    shows(first)  # the server's memory is new, and the list is what the server knows
    say(first, "새 글")
    shows(second, "새 글")
    say(second, "대답")
    shows(first, "새 글", "대답")
    is_back(first, chat.cut)
    shows(first, "새 글", "대답")
    assert (lines(first, "mine"), lines(first, "theirs")) == (["새 글"], ["대답"])
    _stand_apart(first)


def test_typed_text_and_focus_are_kept(chat: Chat) -> None:
    page = chat.enter()
    page.locator(FIELD).press_sequentially("적던 글")
    page.evaluate(
        "new MutationObserver(() => { window.said = document.querySelector('#state').textContent || window.said; })"
        ".observe(document.querySelector('#state'), {childList: true, characterData: true, subtree: true})"
    )
    is_back(page, chat.cut)
    assert page.input_value(FIELD) == "적던 글"
    expect(page.locator(FIELD)).to_be_focused()
    assert "연결이 끊겼습니다" in page.evaluate("window.said")
    expect(page.locator(STATE)).to_be_empty()


@needs_linux
def test_a_text_that_nobody_has_acknowledged_comes_back(chat: Chat) -> None:
    page = chat.enter()
    chat.freeze()
    say(page, "갔을까")
    expect(page.locator(f"{LIST} .waiting")).to_have_text("갔을까")
    assert page.input_value(FIELD) == ""
    chat.stop()
    expect(page.locator(FIELD)).to_have_value("갔을까")
    shows(page)
    expect(page.locator(STATE)).to_contain_text("알 수 없습니다")


def test_while_the_server_is_away_the_page_says_so(chat: Chat) -> None:
    page = chat.enter()
    chat.stop()
    expect(page.locator(FIELD)).to_be_disabled()
    expect(page.locator(STATE)).to_contain_text("다시 연결하고 있습니다")
    chat.restart()
    expect(page.locator(FIELD)).to_be_enabled(timeout=15_000)


def _stand_apart(page: Page) -> None:
    """Seen with the eyes: own lines end at the right edge, others' begin at the left."""
    box = page.locator(LIST).bounding_box()
    mine = page.locator(f"{LIST} .mine").first.bounding_box()
    theirs = page.locator(f"{LIST} .theirs").first.bounding_box()
    assert box and mine and theirs
    assert box["x"] + box["width"] - mine["x"] - mine["width"] < 40 and mine["x"] - box["x"] > 100
    assert theirs["x"] - box["x"] < 40 and box["x"] + box["width"] - theirs["x"] - theirs["width"] > 100
