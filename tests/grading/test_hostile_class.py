"""Every harmful answer in one batch, between right ones: each mark is right, and nothing is left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.grading.hostile_class import FIRST_ID, LIMITS, OWN, names
from tests.grading.running import ROOT
from tests.hostile.cases import CASES
from tests.hostile.judged import ALL, Case
from tests.needs import OWN_PROCESSES, needs_bubblewrap, needs_own_processes

pytestmark = [needs_bubblewrap, needs_own_processes, pytest.mark.timeout(600)]

OWN_CASES = {
    "reaches": Case(passes=ALL),
    "sleeps": Case(),
    "sleeps_later": Case(),
    "leaves_sockets": Case(passes=ALL),
}


def test_a_batch_of_harm(tmp_path: Path) -> None:
    scratch = tmp_path / "tmp"
    scratch.mkdir()
    command = [*OWN_PROCESSES, sys.executable, "-m", "tests.grading.hostile_class", str(tmp_path)]

    ended = subprocess.run(
        command,
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "TMPDIR": str(scratch)},
    )

    assert ended.returncode == 0, ended.stderr[-4000:]
    told = json.loads(ended.stdout)
    cases = CASES | OWN_CASES
    wrong = []
    for number, name in enumerate(names()):
        case, passed = cases[name], set(told["passed"][str(FIRST_ID + 2 * number + 1)] or [])
        if not case.passes <= passed <= case.passes | case.some_pass:
            wrong.append(f"{name}: {sorted(passed)}")
    assert wrong == []
    right = [str(FIRST_ID + 2 * number) for number in range(len(names()) + 1)]
    assert {who: told["passed"][who] for who in right if told["passed"][who] != sorted(ALL)} == {}
    assert told["troubles"] == []
    assert not any(told["unjudged"].values())
    assert told["judged"] == len(told["passed"]) == 2 * len(names()) + 1
    assert told["walls"] == "bubblewrap"
    reaching = told["output"][str(FIRST_ID + 2 * names().index("reaches") + 1)]
    assert reaching == "reached: []\n"
    assert told["left"] == []
    assert list(scratch.iterdir()) == []
    assert (tmp_path / "class" / str(FIRST_ID) / "04_routing" / "app.py").read_bytes() != b"4/4"
    assert told["seconds"] < len(names()) * (LIMITS.submission_seconds + 2)
    assert len(names()) - len(OWN) >= 30
