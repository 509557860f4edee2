"""The page in Chromium: a save shows at once, markup stays text, keyboard alone is enough, axe-core finds nothing."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from shared.checking.ground import Ground
from shared.messages.checking import SKIPPED_NOT_YET
from shared.messages.page import JUDGING_ON
from shared.probes.browser import Browser as DrivenBrowser
from shared.watching import Judged
from tests import tiny_project
from tests.browser import violations
from tests.needs import needs_chromium
from tests.page.conftest import SLUG, Opened

pytestmark = needs_chromium

SLOW = 15_000
MARKUP = '<img src=x onerror="document.title=1"><script>document.title=2</script>'


@pytest.fixture(autouse=True)
def clean_console(page: Page) -> Any:
    """No error in the console: no script that breaks, nothing that the policy had to stop."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield
    assert said == []


def test_a_save_turns_a_task_green_without_a_reload(opened: Opened, page: Page) -> None:
    page.goto(opened.lesson)
    page.evaluate("window.stays = true")
    page.wait_for_selector("#tasks[data-shown]")
    expect(page.locator("#task-1 .step.pass")).to_have_count(0)
    opened.save(tiny_project.FIRST_DONE)
    expect(page.locator("#task-1 .step.pass")).to_be_visible(timeout=SLOW)
    expect(page.locator("#said")).to_contain_text("3개 중 2개 통과")
    opened.save(tiny_project.SOLUTION)
    expect(page.locator("#task-2 .step.pass")).to_be_visible(timeout=SLOW)
    expect(page.locator("#said")).to_contain_text("과제 2: 통과")
    assert page.evaluate("window.stays") is True
    page.get_by_role("link", name="모범 답안과 비교하기").click()
    expect(page.get_by_text("모범 답안과 같습니다.")).to_be_visible()


def test_markup_of_a_learners_server_stays_text(opened: Opened, page: Page) -> None:
    page.goto(opened.lesson)
    title = page.title()
    opened.save(tiny_project.FIRST_DONE.replace('return "Hello"', f"return {MARKUP!r}"))
    expect(page.locator("#task-1")).to_contain_text("<img src=x", timeout=SLOW)
    assert page.title() == title
    assert page.locator("#tasks img, #tasks script").count() == 0


def test_two_windows_show_the_same(opened: Opened, browser: Browser, page: Page) -> None:
    other = browser.new_page()
    for one in (page, other):
        one.goto(opened.lesson)
        one.wait_for_selector("#tasks[data-shown]")
    opened.save(tiny_project.FIRST_DONE)
    for one in (page, other):
        expect(one.locator("#task-1 .step.pass")).to_be_visible(timeout=SLOW)
    other.close()


def test_the_button_judges_again(opened: Opened, page: Page) -> None:
    page.goto(opened.lesson)
    page.wait_for_selector("#tasks[data-shown]")
    page.get_by_role("button", name="다시 검사").click()
    expect(page.locator("#task-1 .step.fail")).to_be_visible(timeout=SLOW)
    assert page.url.endswith(f"/lessons/{SLUG}/")


def test_what_is_known_before_a_browser_starts_is_shown_at_once(
    opened: Opened, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, starts = Event(), DrivenBrowser.__init__

    def starts_late(browser: DrivenBrowser, *given: Any) -> None:
        start.wait(SLOW)
        starts(browser, *given)

    monkeypatch.setattr(DrivenBrowser, "__init__", starts_late)
    monkeypatch.setattr(Ground, "_lay_local_copies", lambda _: True)  # a page that needs none
    check = opened.root / "checks" / f"{SLUG}.py"
    tiny_project.replace(check, "def says_bye(http):", "def says_bye(browser):")
    tiny_project.replace(check, 'http.get("/bye").shows("Bye")', "browser.open()")
    page.goto(opened.lesson)
    page.wait_for_selector("#tasks[data-shown]")
    page.get_by_role("button", name="다시 검사").click()
    expect(page.locator("#task-1 .step.fail")).to_be_visible(timeout=SLOW)
    expect(page.locator("#task-2")).to_contain_text(SKIPPED_NOT_YET)
    expect(page.locator("#said")).to_have_text(JUDGING_ON)
    start.set()
    expect(page.locator("#task-2 .step.pass")).to_be_visible(timeout=SLOW)
    expect(page.locator("#said")).not_to_have_text(JUDGING_ON)


def test_keyboard_alone_from_the_list_to_a_hint(opened: Opened, page: Page) -> None:
    page.goto(opened.url)
    press_tab_to(page, "이어서 하기")
    page.keyboard.press("Enter")
    page.wait_for_selector("#tasks[data-shown]")
    press_tab_to(page, "과제로 건너뛰기")
    page.keyboard.press("Enter")
    press_tab_to(page, "힌트 보기")
    page.keyboard.press("Enter")
    expect(page.locator("#task-1")).to_contain_text("return", timeout=SLOW)
    expect(page.locator("#task-1 summary")).to_be_focused()


def press_tab_to(page: Page, text: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if text in (page.evaluate("document.activeElement.textContent") or ""):
            return
    raise AssertionError(f"{text}: no way there by the keyboard")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(opened: Opened, browser: Browser, scheme: Any, width: int) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, locale="ko-KR")
    page = context.new_page()
    page.goto(opened.url)
    assert violations(page) == []
    page.goto(opened.lesson)
    page.wait_for_selector("#tasks[data-shown]")
    assert violations(page) == []
    opened.save(tiny_project.FIRST_DONE.replace('"Hello"', '"Hallo"'))
    expect(page.locator("#task-1 .step.fail")).to_be_visible(timeout=SLOW)
    for fold in page.locator("#tasks details").all():
        fold.evaluate("one => { one.open = true }")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    opened.save(tiny_project.SOLUTION.replace("인사하는 서버", "다른 설명"))
    page.get_by_role("link", name="모범 답안과 비교하기").click(timeout=SLOW)
    assert violations(page) == []
    context.close()


def test_when_the_workbook_ends_the_page_says_so(opened: Opened, page: Page) -> None:
    page.goto(opened.lesson)
    page.wait_for_selector("#tasks[data-shown]")
    opened.study.close()
    expect(page.locator("#said")).to_contain_text("연결이 끊겼습니다", timeout=SLOW)


def test_a_page_that_nobody_looks_at_holds_no_line(opened: Opened, page: Page) -> None:
    """A browser opens six lines to a server at most; the seventh page would wait for ever."""
    page.goto(opened.lesson)
    page.wait_for_selector("#tasks[data-shown]")
    look_away = "Object.defineProperty(document, 'visibilityState', { value: '%s', configurable: true });"
    change = "document.dispatchEvent(new Event('visibilitychange'))"
    page.evaluate(look_away % "hidden" + change)
    opened.save(tiny_project.FIRST_DONE)
    with opened.study.subscribe() as events:
        opened.study.judge(SLUG)
        while not isinstance(events.get(timeout=5), Judged):
            pass
    expect(page.locator("#task-1 .step.pass")).to_have_count(0)
    page.evaluate(look_away % "visible" + change)
    expect(page.locator("#task-1 .step.pass")).to_be_visible(timeout=SLOW)


def test_what_is_unfolded_stays_so_and_the_focus_stays_in_its_task(opened: Opened, page: Page) -> None:
    page.goto(opened.lesson)
    opened.save(tiny_project.FIRST_DONE)
    task = page.locator("#task-2")
    task.get_by_role("button", name="힌트 보기").click(timeout=SLOW)
    expect(task.locator(".hints summary")).to_be_focused(timeout=SLOW)
    opened.save(tiny_project.FIRST_DONE.replace('"Hello"', '"Hallo"'))
    expect(page.locator("#task-1 .step.fail")).to_be_visible(timeout=SLOW)
    expect(task.locator(".hints summary")).to_be_focused()
    expect(task.locator(".hints details")).to_have_attribute("open", "")
    opened.save(tiny_project.SOLUTION)
    expect(page.locator("#task-2 .step.pass")).to_be_visible(timeout=SLOW)
    expect(task).to_be_focused()


def test_a_line_to_be_pasted_is_copied(opened: Opened, browser: Browser) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(opened.lesson)
    opened.save(tiny_project.FIRST_DONE)
    page.locator("#task-2 button.copy").first.click(timeout=SLOW)
    expect(page.locator("#said")).to_have_text("복사했습니다.")
    assert page.evaluate("navigator.clipboard.readText()").startswith("curl ")
    context.close()
