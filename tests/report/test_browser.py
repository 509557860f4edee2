"""Reports in a real browser: readable for everybody, on a phone and on a desktop, by day and by night."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from shared.report import class_page
from shared.report.html import document, verdict_html
from tests.browser import violations
from tests.needs import needs_chromium
from tests.report.classes import made_up
from tests.report.test_html import EVERYWHERE
from tests.report.verdicts import LONG, NOT_FOR_ALL, TITLE, VERDICTS, verdict

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_chromium

ALL = verdict(
    *(step for name in VERDICTS for step in VERDICTS[name].steps), EVERYWHERE, NOT_FOR_ALL, LONG, output="printed\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("reports")
    class_page.write(made_up(26), made)
    text = document("verdict", verdict_html(ALL, lesson_title=TITLE, heading=1))
    (made / "verdict.html").write_text(text, encoding="utf-8")
    return made


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
@pytest.mark.parametrize("name", ["verdict", "index", "lessons/05_url_for", "students/10102_이하늘"])
def test_page_is_for_everybody(page: Page, folder: Path, name: str, width: int, scheme: str) -> None:
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("dialog", lambda dialog: trouble.append(dialog.message))
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((folder / f"{name}.html").as_uri())
    assert page.locator("h1").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width, "the page as a whole never scrolls sideways"
    for details in page.locator("details").all():
        details.evaluate("item => item.open = true")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert trouble == []
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (background == "rgb(255, 255, 255)") == (scheme == "light"), "the style inside is allowed by the policy"


def test_folds_open_by_keyboard(page: Page, folder: Path) -> None:
    page.goto((folder / "verdict.html").as_uri())
    for _ in range(100):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    before = page.evaluate("document.activeElement.parentElement.open")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open") != before


def test_names_and_heads_stay_in_sight_while_a_class_is_scrolled(page: Page, folder: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 600})
    page.goto((folder / "lessons" / "04_routing.html").as_uri())
    box = page.locator(".tall")
    box.evaluate("item => { item.scrollTop = item.scrollHeight; item.scrollLeft = item.scrollWidth; }")
    corner = box.bounding_box()
    head = page.locator(".class-table thead th").last.bounding_box()
    name = page.locator(".class-table tbody th").last.bounding_box()
    assert corner and head and name
    assert abs(head["y"] - corner["y"]) < 3
    assert abs(name["x"] - corner["x"]) < 3
