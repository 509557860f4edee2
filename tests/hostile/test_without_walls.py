"""Without walls the limits hold all the same, and no process is left, as long as the submission does not fight for it.

Everything here runs in a process space of its own: what a failing test would leave behind ends with it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.cases import CASES
from tests.hostile.judged import ALL, SLACK_SECONDS
from tests.needs import OWN_PROCESSES, needs_own_processes

pytestmark = needs_own_processes

ROOT = Path(__file__).parents[2]
BOTH = {
    "loop_at_import": (set(), "끝나지 않았습니다"),
    "exit_at_import": (set(), "종료 코드: 0"),
    "fifty_threads": (ALL, ""),
    "fifty_children": (ALL, ""),
    "memory_of_many": (set(), "메모리를 256MiB"),  # all together over the limit, or one of them at its own
    "fills_its_folder": (set(), "파일을 8MiB보다"),
    "prints_without_end": (ALL, "바이트를 버렸습니다"),
}
ONLY_FORKING = {
    "children_forked_twice": (ALL, ""),
    "fork_bomb": (set(), "프로세스를 64개보다"),
    "deep_folders": (set(), ""),
    "kills_its_parent": (None, ""),
}
WAYS = {"fork": {**BOTH, **ONLY_FORKING}, "fresh": BOTH}


@pytest.mark.parametrize("way", WAYS)
def test_limits_hold_and_nothing_is_left(way: str) -> None:
    command = [*OWN_PROCESSES, sys.executable, "-m", "tests.hostile.unwalled", way, *WAYS[way]]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=100, check=False)
    assert ran.returncode == 0, ran.stderr
    lines: list[dict[str, Any]] = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [line["name"] for line in lines] == list(WAYS[way])
    for line in lines:
        limits = CASES[line["name"]].limits
        passes, says = WAYS[way][line["name"]]
        assert passes is None or set(line["passed"]) == passes, line
        assert says in line["words"], line
        assert line["left"] == [], line
        assert line["seconds"] < limits.submission_seconds + limits.step_seconds + SLACK_SECONDS, line
        assert set(line["after"]) == ALL, line
