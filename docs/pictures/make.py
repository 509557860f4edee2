"""The pictures of the README, taken from the running product: `python docs/pictures/make.py [name ...]`.

Needs Chromium and playwright, as the browser tests do. Nothing is drawn by hand: a copy of the workbook is opened,
a file with a mistake is saved in it, and what then stands on the study page and on the terminal is photographed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
sys.path.insert(0, str(ROOT))

from shared.lessons import find  # noqa: E402
from shared.notebooks.building import write as write_notebook  # noqa: E402
from shared.page import start  # noqa: E402
from shared.report import terminal  # noqa: E402
from shared.report.class_page import write as write_class  # noqa: E402
from shared.verdict import Verdict  # noqa: E402
from shared.watching import Judged, Study  # noqa: E402
from tests.browser import QUIET, executable  # noqa: E402
from tests.notebooks.conftest import running_lab  # noqa: E402
from tests.report.classes import made_up  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LESSON = "04_routing"
MISTAKE = ROOT / "tests/answers" / LESSON / "wrong/F7_percent_d_without_value"
FINISHED = ("01_rest", "02_json", "03_first_server")
COLUMNS = 84
WIDE = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}
BIG = 300 * 1024
ANSWER = "%%answer app.py"
SLOW = 120_000

SCREEN = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #15181e; display: inline-block; }}
pre {{ margin: 0; padding: 20px 24px; color: #e6e9ee; font: 15px/1.45 "Noto Sans Mono CJK KR", monospace; }}
</style><pre>{lines}</pre>"""


@contextmanager
def workbook() -> Iterator[tuple[Path, Study, str]]:
    """A copy of the workbook, three lessons of it done, under study; with the address of its page."""
    with tempfile.TemporaryDirectory(prefix="workbook-") as folder, ExitStack() as opened:
        root = Path(folder, "워크북")
        for name in ("lessons", "solutions", "checks"):
            shutil.copytree(ROOT / name, root / name)
        for slug in FINISHED:
            shutil.copytree(root / "solutions" / slug, root / "lessons" / slug, dirs_exist_ok=True)
        study = opened.enter_context(Study(root))
        page = opened.enter_context(start(study))
        yield root, study, page.url


def judged(study: Study, *slugs: str) -> None:
    """Judge these lessons, and wait for the verdicts."""
    waiting = set(slugs)
    with study.subscribe() as events:
        for slug in slugs:
            study.judge(slug)
        for event in events:
            if isinstance(event, Judged):
                waiting.discard(event.slug)
            if not waiting:
                return


def hand_in(root: Path, slug: str, answer: Path) -> None:
    """Put an answer into the lesson folder."""
    shutil.copytree(answer, root / "lessons" / slug, dirs_exist_ok=True, ignore=shutil.ignore_patterns("answer.json"))


@contextmanager
def window(browser: Browser, size: dict[str, int], *, dark: bool = False) -> Iterator[Page]:
    """A browser window."""
    options: dict[str, Any] = {"viewport": size, "color_scheme": "dark" if dark else "light", "locale": "ko-KR"}
    context = browser.new_context(**options)
    yield context.new_page()
    context.close()


def lesson_page(browser: Browser, url: str, slug: str, name: str, *, dark: bool = False) -> None:
    """The study page of a lesson, wide."""
    with window(browser, WIDE, dark=dark) as page:
        page.goto(url.replace("/?", f"/lessons/{slug}/?"))
        page.wait_for_selector("#tasks[data-shown]")
        keep(page, name)


def study_pages(browser: Browser) -> None:
    """The list, and a lesson: light, dark, on a phone; and the same verdict on a terminal."""
    with workbook() as (root, study, url):
        hand_in(root, LESSON, MISTAKE)
        judged(study, *FINISHED, LESSON)
        lesson_page(browser, url, LESSON, "page-light")
        lesson_page(browser, url, LESSON, "page-dark", dark=True)
        with window(browser, {**WIDE, "height": 760}) as page:
            page.goto(url)
            keep(page, "list")
        with window(browser, PHONE) as page:
            page.goto(url.replace("/?", f"/lessons/{LESSON}/?"))
            page.wait_for_selector("#tasks[data-shown]")
            page.evaluate("document.querySelector('#tasks').scrollIntoView()")
            keep(page, "page-phone")
        verdict = study.verdict(LESSON)
        assert verdict is not None
        terminal_report(browser, verdict)


def terminal_report(browser: Browser, verdict: Verdict) -> None:
    """What `check` says."""
    from rich.console import Console
    from rich.text import Text

    lesson = find(LESSON)
    title = f"{lesson.number}. {lesson.title}"
    report = terminal.render(verdict, lesson_title=title, width=COLUMNS, colour=True, brief=True)
    console = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True, color_system="256")
    console.print(Text.from_ansi(report), soft_wrap=True)
    with window(browser, {"width": 900, "height": 400}) as page:
        page.set_content(SCREEN.format(lines=console.export_html(code_format="{code}", inline_styles=True)))
        keep(page, "terminal", page.locator("body"))


def notebook(browser: Browser) -> None:
    """A lesson in JupyterLab, run from top to bottom with the mistake in its cell."""
    import nbformat

    with tempfile.TemporaryDirectory(prefix="workbook-") as folder, ExitStack() as opened:
        path = Path(folder, "my_lesson.ipynb")
        write_notebook(find(LESSON), path)
        content = nbformat.read(path, as_version=4)
        cell = next(one for one in content.cells if one.source.startswith(ANSWER))
        cell.source = f"{ANSWER}\n{(MISTAKE / 'app.py').read_text(encoding='utf-8')}"
        nbformat.write(content, path)
        address = opened.enter_context(running_lab(Path(folder)))
        page = opened.enter_context(window(browser, {**WIDE, "height": 900}))
        page.goto(address.replace("/lab?", f"/lab/tree/{path.name}?"))
        page.locator(".jp-NotebookPanel h1").wait_for(timeout=SLOW)
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        whole = page.locator(".jp-Cell", has_text="workbook.check()").last
        whole.locator(".workbook .fail").first.wait_for(timeout=SLOW)
        page.keyboard.press("Control+b")  # the list of files
        page.add_style_tag(content=".Toastify { display: none; }")
        whole.evaluate("cell => cell.scrollIntoView()")
        keep(page, "notebook")


def class_report(browser: Browser) -> None:
    """What `grade` writes about a class."""
    with tempfile.TemporaryDirectory() as folder, window(browser, {**WIDE, "height": 900}) as page:
        write_class(made_up(24), Path(folder))
        page.goto(Path(folder, "index.html").as_uri())
        keep(page, "class")


def keep(page: Page, name: str, of: Any = None) -> None:
    """Take the picture; a README that loads slowly is not read."""
    path = HERE / f"{name}.png"
    (of or page).screenshot(path=path, animations="disabled")
    size = path.stat().st_size
    print(f"{path.relative_to(ROOT).as_posix()}  {size // 1024} KiB", flush=True)
    if size > BIG:
        raise SystemExit(f"{path.name} is larger than {BIG // 1024} KiB")


def main(wanted: list[str]) -> None:
    """Take all pictures, or those of the functions named."""
    from playwright.sync_api import sync_playwright

    makers = {maker.__name__: maker for maker in (study_pages, notebook, class_report)}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(QUIET))
        for name in wanted or makers:
            makers[name](browser)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
