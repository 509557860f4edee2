"""However a check ends, it says so in a sentence and leaves nothing running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.script.conftest import Project, environment

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for processes in /proc")

WALLS = ["--walls", "--no-walls"]
HANGS = """
import subprocess
subprocess.Popen(["sleep", "{token}"], start_new_session=True)
while True:
    pass
"""
Start = Callable[..., "subprocess.Popen[bytes]"]


def processes(word: str) -> list[int]:
    """Those with a word in their command line."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if word.encode() in path.read_bytes():
                found.append(int(path.parent.name))
        except OSError:
            continue
    return found


def wait_until(condition: Callable[[], bool], seconds: float = 15) -> bool:
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:
        time.sleep(0.02)
    return condition()


@pytest.fixture
def hanging(started: Start, handed: Callable[..., Path]) -> Callable[[str], tuple[subprocess.Popen[bytes], str]]:
    """A check of a submission that hangs and has started something else."""

    def start(walls: str) -> tuple[subprocess.Popen[bytes], str]:
        token = f"98765.{uuid.uuid4().int % 10**9}"
        process = started(handed(HANGS.format(token=token)), walls, "--step-seconds", 30, "--submission-seconds", 30)
        assert wait_until(lambda: bool(processes(token))), "the submission never ran"
        return process, token

    return start


@pytest.mark.parametrize("walls", WALLS)
def test_ctrl_c_ends_with_a_sentence_and_leaves_nothing(
    hanging: Callable[[str], tuple[subprocess.Popen[bytes], str]], project: Project, walls: str
) -> None:
    process, token = hanging(walls)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=15)
    assert process.returncode == 130
    assert b"Traceback" not in out + err
    assert err.decode() == "검사를 중단했습니다. 판정은 없습니다.\n"
    assert wait_until(lambda: not processes(token) and not processes(str(project.root))), "something is left"


@pytest.mark.parametrize("walls", WALLS)
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM], ids=["SIGKILL", "SIGTERM"])
def test_a_killed_check_leaves_nothing(
    hanging: Callable[[str], tuple[subprocess.Popen[bytes], str]],
    project: Project,
    walls: str,
    number: signal.Signals,
) -> None:
    process, token = hanging(walls)
    process.send_signal(number)
    process.communicate(timeout=15)
    assert wait_until(lambda: not processes(token) and not processes(str(project.root))), "something is left"


def test_nothing_is_left_after_an_ordinary_end(project: Project) -> None:
    for walls in WALLS:
        assert project.run(project.solution, walls).returncode == 0
    assert wait_until(lambda: not processes(str(project.root)))


@pytest.mark.parametrize("path", ["solution", "lesson"])
def test_a_reader_that_leaves_early_does_not_change_the_exit_code(project: Project, path: str) -> None:
    process = subprocess.Popen(
        project.command(getattr(project, path)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait(30) == {"solution": 0, "lesson": 1}[path]
    assert err == b""


def test_closed_output_is_no_failure(project: Project) -> None:
    command = [*project.command(project.solution), "--json", "-"]
    done = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", *command], capture_output=True, timeout=30, check=False, env=environment()
    )
    assert (done.returncode, done.stderr) == (0, b"")
