"""A tiny workbook under study."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shared.lessons.starters import write as write_starters
from shared.watching import Event, Judged, Study, Subscription
from tests import tiny_project

SECONDS = 20.0
"""Far more than anything takes; a test that waits so long has failed."""


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    root = tiny_project.make(tmp_path / "워크북 하나")
    write_starters(root)
    yield root
    for name in [name for name in sys.modules if name.startswith("checks.")]:
        del sys.modules[name]  # the next test has a check of the same name


@pytest.fixture
def study(project: Path) -> Iterator[Study]:
    with Study(project) as made:
        yield made


@pytest.fixture
def events(study: Study) -> Iterator[Subscription]:
    with study.subscribe() as subscription:
        yield subscription


def app(project: Path) -> Path:
    return project / "lessons" / tiny_project.SLUG / "app.py"


def save(project: Path, text: str) -> None:
    tiny_project.write(app(project), text)


def until(events: Subscription, wanted: Callable[[Event], bool]) -> list[Event]:
    """All events up to the first that is wanted."""
    seen: list[Event] = []
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        event = events.get(timeout=0.2)
        if event is not None:
            seen.append(event)
            if wanted(event):
                return seen
    raise AssertionError(f"did not come: {seen}")


def verdict(events: Subscription) -> Judged:
    """The next verdict."""
    last = until(events, lambda event: isinstance(event, Judged))[-1]
    assert isinstance(last, Judged)
    return last
