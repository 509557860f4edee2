"""In JupyterLab: a lesson from top to bottom, an answer filled in, and 통과."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from shared.lessons import find
from shared.notebooks.answers import solution
from shared.notebooks.building import write
from tests.needs import needs_chromium

ROOT = Path(__file__).parents[2]
SLOW = 60_000


@needs_chromium
def test_a_lesson_from_top_to_bottom(lab: str, page: Page, tmp_path: Path) -> None:
    lesson = find("04")
    write(lesson, tmp_path / "my_lesson.ipynb")
    page.set_viewport_size({"width": 1200, "height": 1000})
    page.goto(lab.replace("/lab?", "/lab/tree/my_lesson.ipynb?"))
    expect(page.locator(".jp-NotebookPanel h1")).to_contain_text(lesson.title, timeout=SLOW)
    run_all(page)
    whole = page.locator(".jp-Cell", has_text="workbook.check()").last
    expect(whole.locator(".workbook")).to_contain_text("실패", timeout=SLOW)

    cell = page.locator(".jp-Cell", has_text="%%answer app.py").first
    cell.scroll_into_view_if_needed()
    cell.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(f"%%answer app.py\n{solution(lesson)['app.py']}")
    page.keyboard.press("Shift+Enter")
    expect(cell).to_contain_text("기억했습니다", timeout=SLOW)
    run_all(page)
    expect(whole.locator(".workbook")).to_contain_text("7개 중 7개 통과", timeout=SLOW)
    whole.scroll_into_view_if_needed()
    page.screenshot(path=str(tmp_path / "passed.png"))


def run_all(page: Page) -> None:
    """Run all cells by the menu, and wait until the kernel is idle again."""
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
