"""A host that is lost is a fault of the machine: that submission is not judged, the next one is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from shared.checking import judging
from shared.checking.check import Check
from shared.checking.session import load_check
from shared.lessons import find
from shared.worker.worker import FLASK, Worker
from tests.needs import needs_fork, needs_linux
from tests.worker.conftest import loaded

LESSON = find("04")
RIGHT = {"app.py": (LESSON.solution / "app.py").read_bytes()}
SLOW = {"app.py": b"import time\ntime.sleep(3600)\n"}


@pytest.fixture(scope="module")
def check() -> Check:
    return load_check(LESSON)


def outcome(check: Check, worker: Worker, files: dict[str, bytes]) -> str:
    return judging.judge(check, files, worker=worker, seed=1).outcome


@needs_fork
@pytest.mark.parametrize("walled", [True, False], ids=["walls", "no walls"])
def test_host_killed_from_outside(check: Check, walled: bool) -> None:
    with Worker(walled=walled, preload=FLASK) as worker:
        job = worker.open("lesson", SLOW)
        run = job.program("app.py", {})
        os.kill(worker._host._process.pid, signal.SIGKILL)  # type: ignore[union-attr]
        run.wait_for(lambda report: False, 10)
        job.end()
        job.end()
        assert outcome(check, worker, RIGHT) == "pass"
        assert worker.walled == (walled and worker.walls is not None)


@needs_fork
@pytest.mark.parametrize("walled", [True, False], ids=["walls", "no walls"])
def test_host_lost_in_the_middle_is_unjudged(check: Check, walled: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    with Worker(walled=walled, preload=FLASK) as worker:
        with worker.open("lesson", {}):
            pass
        host = worker._host
        monkeypatch.setattr(host, "connect", lambda *_: host._order({"do": "nonsense"}))  # type: ignore[union-attr]
        verdict = judging.judge(check, RIGHT, worker=worker, seed=1)
        assert {step.status for step in verdict.steps} == {"unjudged"}
        assert outcome(check, worker, RIGHT) == "pass"


@needs_linux
@pytest.mark.parametrize("walled", [True, False], ids=["walls", "no walls"])
def test_nothing_outlives_the_check(tmp_path: Path, walled: bool) -> None:
    """Killed without a chance to clean up: what it has started ends by itself."""
    program = (
        "import os, signal\nfrom shared.worker.worker import FLASK, Worker\n"
        f"worker = Worker(walled={walled}, preload=FLASK)\n"
        f"job = worker.open('lesson', {SLOW!r})\nrun = job.program('app.py', {{}})\n"
        "print(worker._host.mark, flush=True)\nos.kill(os.getpid(), signal.SIGKILL)\n"
    )
    root = Path(__file__).parents[2]
    ran = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, encoding="utf-8", check=False)
    import time

    until = time.monotonic() + 20
    while marked(ran.stdout.strip()) and time.monotonic() < until:
        time.sleep(0.05)
    assert marked(ran.stdout.strip()) == []


def marked(mark: str) -> list[int]:
    assert mark
    found = []
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and mark.encode() in (folder / "cmdline").read_bytes():
                found.append(int(folder.name))
        except OSError:
            continue
    return found


@pytest.mark.parametrize("fork", [pytest.param(True, marks=needs_fork), False], ids=["warm", "fresh"])
def test_workers_side_by_side(check: Check, fork: bool) -> None:
    """Neither ends what belongs to the other, or to the check itself."""
    bystander = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])

    def several(number: int) -> list[str]:
        with Worker(fork=fork, preload=FLASK) as worker:
            with worker.open("lesson", SLOW) as job:
                job.program("app.py", {})
            return [outcome(check, worker, RIGHT) for _ in range(3)]

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(several, range(2))) == [["pass"] * 3] * 2
    assert bystander.poll() is None
    bystander.kill()
    bystander.wait()


def test_closing_twice_and_before_it_was_ready() -> None:
    worker = Worker(preload=FLASK)
    worker.close()
    worker.close()
    quick = Worker(preload=FLASK)
    quick.close(wait=False)


@needs_fork
def test_many_jobs_leave_no_descriptors() -> None:
    with Worker(preload=FLASK) as worker:
        for number in range(30):
            with worker.open("lesson", RIGHT) as job:
                loaded(job.serve("app.py")[0])
            if number == 5:
                before = len(list(Path("/dev/fd").iterdir()))
        assert len(list(Path("/dev/fd").iterdir())) <= before
