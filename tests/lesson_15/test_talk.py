"""Two or three pages at once: what is said arrives everywhere as text, in order, and at the right side."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.lesson_15.chat import FIELD, LIST, LOCALHOST, LOOPBACK, NETWORK, SEND, STATE, Chat, lines, say, shows
from tests.needs import needs_chromium

pytestmark = needs_chromium

ATTACKS = [
    "<img src=x onerror=\"window.harmed = 'img'\">",
    "<script>window.harmed = 'script'</script>",
    "<svg onload=\"window.harmed = 'svg'\">",
    '"><b>굵게</b> &lt;i&gt; {{ 7 * 7 }} ${7 * 7}',
]


def test_what_one_says_all_see(chat: Chat) -> None:
    first, second = chat.enter(), chat.enter(LOCALHOST)
    say(first, "안녕하세요")
    shows(second, "안녕하세요")
    say(second, "  반갑습니다 ")
    for page in (first, second):
        shows(page, "안녕하세요", "  반갑습니다 ")
    assert (lines(first, "mine"), lines(first, "theirs")) == (["안녕하세요"], ["  반갑습니다 "])
    assert (lines(second, "mine"), lines(second, "theirs")) == (["  반갑습니다 "], ["안녕하세요"])
    expect(first.locator("#total")).to_have_text("지금 2명")
    second.close()
    expect(first.locator("#total")).to_have_text("지금 1명")


def test_markup_stays_text_for_sender_listener_and_newcomer(chat: Chat) -> None:
    sender, other = chat.enter(), chat.enter()
    for attack in ATTACKS:
        say(sender, attack)
    shows(sender, *ATTACKS)
    shows(other, *ATTACKS)
    newcomer = chat.enter()
    shows(newcomer, *ATTACKS)
    for page in (sender, other, newcomer):
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.harmed") is None
        assert page.locator(f"{LIST} :is(img, script, svg, b)").count() == 0


@pytest.mark.parametrize("host", [LOOPBACK, LOCALHOST, NETWORK])
def test_opened_as(chat: Chat, host: str) -> None:
    page, other = chat.enter(host), chat.enter()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    say(page, f"{host}에서")
    shows(other, f"{host}에서")
    if host == NETWORK:
        assert page.evaluate("typeof crypto.randomUUID") == "undefined"  # as on a phone, and it works all the same
    assert errors == []


def test_enter_that_ends_a_syllable_does_not_send(chat: Chat) -> None:
    page, other = chat.enter(), chat.enter()
    keys = page.context.new_cdp_session(page)
    page.evaluate("addEventListener('keydown', (event) => { window.composing = event.isComposing; }, true)")
    page.focus(FIELD)
    for text in ("ㅎ", "하", "한"):
        keys.send("Input.imeSetComposition", {"text": text, "selectionStart": 1, "selectionEnd": 1})
    enter = {"key": "Enter", "code": "Enter"}
    keys.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "windowsVirtualKeyCode": 229, **enter})
    assert page.evaluate("window.composing") is True
    keys.send("Input.insertText", {"text": "한"})
    keys.send("Input.dispatchKeyEvent", {"type": "keyUp", "windowsVirtualKeyCode": 13, **enter})
    page.locator(FIELD).press_sequentially("글")
    page.press(FIELD, "Enter")
    shows(other, "한글")
    shows(page, "한글")


def test_button_sends_too_and_blank_text_does_not(chat: Chat) -> None:
    page, other = chat.enter(), chat.enter()
    say(page, "   ")
    page.fill(FIELD, "단추로")
    page.click(SEND)
    shows(other, "단추로")
    shows(page, "단추로")


def test_refused_text_comes_back_with_the_reason(chat: Chat) -> None:
    page, other = chat.enter(), chat.enter()
    page.evaluate(f"document.querySelector('{FIELD}').removeAttribute('maxlength')")
    say(page, "가" * 1001)
    expect(page.locator(STATE)).to_have_text("1000자까지 보낼 수 있습니다.")
    assert page.input_value(FIELD) == "가" * 1001
    say(page, "가" * 1000)
    shows(other, "가" * 1000)
    shows(page, "가" * 1000)
    expect(page.locator(STATE)).to_be_empty()
