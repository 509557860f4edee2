"""From the write of a file to its verdict on the study page: `python benchmarks/save_to_page.py [--write] [04 ...]`.

A copy of the workbook is opened as `python workbook.py` opens it, and its page in Chromium. Then, lesson by lesson, a
file is saved for real, changed by one more empty line, first in the starter and then in the solution. The time runs
from before the write until the frame is drawn that shows the verdict, by the clock of the page; both clocks are the
computer's. `--write` puts the table into the READMEs.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.save_to_verdict import (  # noqa: E402
    KEYS,
    SAVES,
    Loop,
    copy_of_workbook,
    measure_lesson,
    report,
    rest,
)
from shared.lessons import all_lessons  # noqa: E402
from tests.browser import QUIET, executable  # noqa: E402
from tests.watching.terminal import Terminal  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Page

WATCH = """() => {
  new MutationObserver(() => {
    // The frame after this one begins once this one is drawn.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      window.tell?.(performance.timeOrigin + performance.now());
    }));
  }).observe(document.querySelector("#tasks"), { attributes: true, attributeFilter: ["data-shown"] });
}"""
PAUSE_SECONDS = 0.7
"""Between two saves: longer than what takes several events of one save for an echo."""


def measure(numbers: list[str], saves: int = SAVES) -> Loop:
    """Open the workbook and its page, and save. `numbers` of lessons; none means all."""
    from playwright.sync_api import sync_playwright

    loop = Loop()
    with copy_of_workbook() as root, Terminal(root, columns=120) as terminal, sync_playwright() as playwright:
        terminal.wait_for(KEYS)
        url = re.findall(r"http://127\.0\.0\.1:\d+/\?token=[\w-]+", terminal.shown)[0]
        browser = playwright.chromium.launch(executable_path=executable(), args=list(QUIET))
        page = browser.new_page()
        for lesson in all_lessons(root):
            if lesson.check.is_file() and (not numbers or lesson.number in numbers):
                page.goto(url.replace("/?", f"/lessons/{lesson.slug}/?"))
                page.wait_for_selector("#tasks[data-shown]")
                page.evaluate(WATCH)
                measure_lesson(loop, lesson, saves, lambda file: save(file, page))
        loop.memory, loop.idle = rest(terminal.process.pid)
        browser.close()
        terminal.press("q")
        terminal.wait()
    return loop


def save(file: Path, page: Page) -> float:
    """Seconds from a save to the frame with the verdict."""
    time.sleep(PAUSE_SECONDS)
    content = file.read_bytes() + b"\n"
    page.evaluate("() => { window.drawn = new Promise((resolve) => { window.tell = resolve; }); }")
    began = time.time()
    file.write_bytes(content)
    return float(page.evaluate("window.drawn")) / 1000 - began


if __name__ == "__main__":
    report(measure([word for word in sys.argv[1:] if word.isdecimal()]), "study page", "save_to_page")
