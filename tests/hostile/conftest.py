"""One warm worker behind walls for all hostile answers, so that each of them could harm the next."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from shared.checking.check import Check
from shared.checking.session import load_check
from shared.worker.worker import Worker
from tests.hostile.judged import LESSON


@pytest.fixture(scope="session")
def check() -> Check:
    return load_check(LESSON)


@pytest.fixture(scope="session")
def warm() -> Iterator[Worker]:
    with Worker(walled=True) as made:
        yield made


@pytest.fixture
def worker(warm: Worker) -> Worker:
    """The same for all tests, ready; started anew only where a test has brought it down (and has failed)."""
    with warm.open("warm", {}):
        pass
    assert warm.walls == "bubblewrap"
    return warm
