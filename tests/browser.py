"""Chromium for tests: ask for `browser` or `page` (tests/conftest.py), and put `needs_chromium` on the tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",  # a container has no user namespaces for Chromium's own walls
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--disable-sync",
)
"""Without these Chromium asks its maker's servers for updates while a test runs."""


def executable() -> str | None:
    """The browser of this computer; none is ever downloaded."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable(), args=list(QUIET))
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that knows nothing of other tests, 1280 by 800."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="ko-KR")
    yield context.new_page()
    context.close()


def violations(page: Page, **options: Any) -> list[str]:
    """What axe-core has against the page as it stands, one line for each element; `options` are those of `axe.run`."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options=options or None).response["violations"]
    return [f"{rule['id']}: {node['html']}\n  {node['failureSummary']}" for rule in found for node in rule["nodes"]]
