"""Warm workers, shared by all tests of a module's process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from shared.worker.hosts import CAN_FORK
from shared.worker.limits import Limits
from shared.worker.runs import Run
from shared.worker.worker import Job, Worker

SECONDS = 20.0
"""How long a test waits for something that comes at once on an idle computer."""

Start = Callable[..., Job]


@pytest.fixture(scope="session")
def warm() -> Iterator[Worker]:
    with Worker(walled=True) as worker:
        yield worker


@pytest.fixture(scope="session")
def fresh() -> Iterator[Worker]:
    with Worker(walled=False, fork=False) as worker:
        yield worker


@pytest.fixture(params=["warm", "fresh"] if CAN_FORK else ["fresh"])
def worker(request: pytest.FixtureRequest) -> Worker:
    """Both ways of running a submission."""
    made: Worker = request.getfixturevalue(request.param)
    made.limits = Limits()
    return made


@pytest.fixture
def start(worker: Worker) -> Iterator[Start]:
    """`start(app="...")`: a job with `app.py`, and other files by their names without `.py`."""
    jobs: list[Job] = []

    def make(**files: str) -> Job:
        job = worker.open("lesson", {f"{name}.py": text.encode("utf-8") for name, text in files.items()})
        jobs.append(job)
        return job

    yield make
    for job in jobs:
        job.end()


def loaded(run: Run) -> dict[str, Any]:
    """The report on how loading went."""
    report = run.wait_for(lambda r: r.get("event") in ("loaded", "load_failed"), SECONDS)
    assert report is not None
    return report


def event(run: Run, name: str) -> dict[str, Any]:
    """The first report of this kind."""
    report = run.wait_for(lambda r: r.get("event") == name, SECONDS)
    assert report is not None, run.output.text
    return report
