"""Where the time of one warm judgement goes: `python benchmarks/grading_profile.py`.

Processor time, in milliseconds for one submission with four questions, by who spends it: the check that asks, the host
that forks, and the child in which the submission runs. Pages are those of memory that the child had to get, most of
them copies of what it shared with its host.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.four_probes import ANSWER, check  # noqa: E402
from shared.checking import judging  # noqa: E402
from shared.worker import proc  # noqa: E402
from shared.worker.forking_host import ForkingHost  # noqa: E402
from shared.worker.worker import FLASK, Worker  # noqa: E402

COUNT = 200
USER, SYSTEM, CHILD_USER, CHILD_SYSTEM, CHILD_FAULTS = 11, 12, 13, 14, 8
"""Places in /proc/PID/stat, counted from the field behind the name; https://man7.org/linux/man-pages/man5/proc.5.html"""


@dataclass(frozen=True)
class Spent:
    """Milliseconds of one submission."""

    wall: float
    check: float
    host: float
    child: float
    pages: float


def host_pid(worker: Worker) -> int:
    """The process that forks: bubblewrap's child where there are walls."""
    host = worker._host
    assert isinstance(host, ForkingHost)
    outer = host._process.pid
    return next(proc.below(outer)) if worker.walled else outer


def fields(pid: int) -> list[float]:
    """The numbers of /proc/PID/stat."""
    _, *numbers = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return [0.0, *map(float, numbers)]


def measure(count: int = COUNT) -> Spent:
    """Judge `count` times with one worker, which imports what grading lets it import for this exercise."""
    tick = 1000 / os.sysconf("SC_CLK_TCK")
    with Worker(walled=True, preload=(*FLASK, "werkzeug.middleware.dispatcher")) as worker:
        judging.judge(check, {"app.py": ANSWER}, worker=worker, seed=1)
        pid = host_pid(worker)
        before, own, walls = fields(pid), time.process_time(), []
        for _ in range(count):
            began = time.perf_counter()
            judging.judge(check, {"app.py": ANSWER}, worker=worker, seed=1)
            walls.append(time.perf_counter() - began)
        own, after = time.process_time() - own, fields(pid)
    each = [(now - then) / count for then, now in zip(before, after, strict=True)]
    return Spent(
        1000 * statistics.median(walls),
        1000 * own / count,
        tick * (each[USER] + each[SYSTEM]),
        tick * (each[CHILD_USER] + each[CHILD_SYSTEM]),
        each[CHILD_FAULTS],
    )


if __name__ == "__main__":
    spent = measure()
    print(f"{spent.wall:.1f} ms, of processor time: check {spent.check:.1f}, host {spent.host:.1f}, ", end="")
    print(f"child {spent.child:.1f}; pages of the child {spent.pages:,.0f}")
