"""The load benchmark: it counts what is lost, doubled and out of order, and a small run of it goes through."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict

import pytest

from benchmarks import dm_load
from benchmarks.dm_clients import Guest, tally
from shared.lessons import ROOT


def guest(name: int, heard: dict[int, list[int]]) -> Guest:
    delays = [0.001 * number for number in range(1, 1 + sum(map(len, heard.values())))]
    return Guest(name, client=None, heard=defaultdict(list, heard), delays=delays)  # type: ignore[arg-type]


def test_each_fault_is_counted() -> None:
    guests = [guest(0, {1: [0, 1, 2]}), guest(1, {0: [0, 2, 1]}), guest(2, {0: [0, 1, 1, 2], 1: [2]})]
    found = tally(guests, senders=2, messages=3)
    assert (found["wanted"], found["lost"], found["doubled"], found["disordered"]) == (12, 2, 1, 1)


def test_nothing_heard_has_no_delay() -> None:
    found = tally([guest(0, {}), guest(1, {})], senders=1, messages=5)
    assert (found["lost"], found["median"], found["p95"]) == (5, None, None)
    row = {"people": 2, "server": next(iter(dm_load.SERVERS)), **found}
    assert "| 2 | lesson 15, `app.run()` | 5 | 5 | 0 | 0 | - | - |" in dm_load.table([row])
    assert dm_load.faults([row]) == ["2 people: lost: 5"]


@pytest.mark.skipif(bool(dm_load.missing()), reason=f"not installed: {', '.join(dm_load.missing())}")
def test_a_small_run_loses_nothing() -> None:
    command = [sys.executable, "benchmarks/dm_load.py", "--quick"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, encoding="utf-8", timeout=100)
    assert ran.returncode == 0, ran.stderr
    assert "| 8 | lesson 15, `app.run()` | 224 | 0 | 0 | 0 |" in ran.stdout
    assert "| 8 | Flask-SocketIO, `SocketIO(app)` | 224 |" in ran.stdout
