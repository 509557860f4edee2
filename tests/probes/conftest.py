"""A warm worker for all tests of a process, and hands that put files into it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

import pytest

from shared.probes.client import Client
from shared.probes.deadline import Deadline
from shared.probes.program import Program, Running
from shared.worker.worker import Job, Worker


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    with Worker(walled=True) as worker:
        yield worker


@pytest.fixture
def open_job(worker: Worker) -> Iterator[Callable[[dict[str, str]], Job]]:
    """Lay files into a scratch folder; it is gone after the test."""
    with contextlib.ExitStack() as stack:
        yield lambda files: stack.enter_context(
            worker.open("99_test", {name: text.encode() for name, text in files.items()})
        )


@pytest.fixture
def client(open_job: Callable[[dict[str, str]], Job]) -> Callable[..., Client]:
    """The client probe on a `client.py` of this text."""

    def make(text: str, seconds: float = 10.0, **more: str) -> Client:
        job = open_job({"client.py": text, **{name.replace("__", "."): value for name, value in more.items()}})
        return Client(job, job.module("client.py"), "client.py", Deadline(seconds), text)

    return make


@pytest.fixture
def program(open_job: Callable[[dict[str, str]], Job]) -> Iterator[Callable[..., Running]]:
    """Run an `app.py` of this text as a program."""
    made: list[Program] = []

    def run(text: str, seconds: float = 10.0, env: dict[str, str] | None = None) -> Running:
        made.append(Program(open_job({"app.py": text}), "app.py", Deadline(seconds), []))
        return made[-1].run(env)

    yield run
    for one in made:
        one.end()
