"""The loop starts the study page where there is one, and ends it."""

from __future__ import annotations

import sys
import time
from queue import SimpleQueue
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from shared.cli.watch import loop
from shared.cli.watch.events import Happenings
from shared.watching import Trouble


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A page that only notes what is done to it, and a browser that only notes what it is to open."""
    seen = SimpleNamespace(study=None, closed=False, opened=[], url="http://127.0.0.1:1/?token=x")
    seen.close = lambda: setattr(seen, "closed", True)

    def start(study: Any) -> SimpleNamespace:
        seen.study = study
        return seen

    module = ModuleType("shared.page")
    module.start = start  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "shared.page", module)
    monkeypatch.setattr("webbrowser.open", seen.opened.append)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":0")
    return seen


def open_page(browser: bool) -> None:
    with loop._page("study", browser, SimpleQueue()) as address:  # type: ignore[arg-type]
        assert address == "http://127.0.0.1:1/?token=x"


def test_the_browser_is_sent_to_the_page_and_the_page_ends_with_the_loop(page: SimpleNamespace) -> None:
    open_page(browser=True)
    assert (page.study, page.closed) == ("study", True)
    while not page.opened:
        time.sleep(0.01)
    assert page.opened == [page.url]


@pytest.mark.parametrize("why", ["declined", "no windows"])
def test_no_browser_is_sent(page: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, why: str) -> None:
    if why == "no windows":
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
            monkeypatch.delenv(name, raising=False)
    open_page(browser=why == "no windows")
    time.sleep(0.05)
    assert page.opened == [] and page.closed


def test_where_no_page_can_be_had_the_loop_says_so_and_goes_on_alone(
    page: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(study: Any) -> None:
        raise OSError(98, "no port")

    monkeypatch.setattr(sys.modules["shared.page"], "start", refused)
    happenings: Happenings = SimpleQueue()
    with loop._page("study", True, happenings) as address:  # type: ignore[arg-type]
        assert address is None and page.opened == []
    trouble = happenings.get_nowait()
    assert isinstance(trouble, Trouble) and "(no port)" in trouble.sentence
