"""The loop on a real terminal's grid: what stands on the screen, column by column, and job control by a real shell."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shared.report.layout import cells
from tests import tiny_project
from tests.needs import needs_tmux

from .conftest import SECONDS, save

if sys.platform == "win32":
    pytest.skip("tmux does not run on Windows", allow_module_level=True)

from .terminal import PROGRAM

pytestmark = needs_tmux
ROWS = 30
KEYS = "q 끝내기"


class Tmux:
    """One window of a tmux server of our own."""

    def __init__(self, socket: Path, columns: int) -> None:
        self._base = ["tmux", "-S", str(socket), "-f", os.devnull]
        self("new-session", "-d", "-x", str(columns), "-y", str(ROWS), "bash --norc --noprofile")

    def __call__(self, *words: str) -> str:
        environment = {**os.environ, "PYTHONPATH": str(tiny_project.ROOT), "LC_ALL": "C.UTF-8", "TMUX": ""}
        done = subprocess.run([*self._base, *words], capture_output=True, encoding="utf-8", env=environment, timeout=20)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def screen(self) -> list[str]:
        """The lines that are in sight, down to the last that holds anything."""
        return [line.rstrip() for line in self("capture-pane", "-p").rstrip().split("\n")]

    def wait_until(self, wanted: Callable[[list[str]], bool]) -> list[str]:
        """Wait until the screen is as wanted; gives it."""
        end = time.monotonic() + SECONDS
        while not wanted(screen := self.screen()):
            assert time.monotonic() < end, "\n".join(screen)
            time.sleep(0.05)
        return screen

    def wait_for(self, text: str) -> list[str]:
        """Wait until a text stands on the screen above the keys."""
        return self.wait_until(lambda screen: KEYS in screen[-1] and any(text in line for line in screen))


@pytest.fixture(params=[60, 80, 120])
def tmux(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Tmux]:
    made = Tmux(tmp_path / "socket", request.param)
    made.columns = request.param  # type: ignore[attr-defined]
    yield made
    made("kill-server")


def test_a_day_on_the_screen(tmux: Tmux, project: Path) -> None:
    start = project.parent / "start"
    tiny_project.write(start, f'exec {shlex.quote(sys.executable)} -c {shlex.quote(PROGRAM)} "$1"\n')
    tmux("send-keys", f"cd {shlex.quote(str(project))}; clear; bash ../start .", "Enter")
    screen = tmux.wait_for("다음 할 일: 01 인사하는 서버")
    assert screen[0].startswith("-- ") and sum(KEYS in line for line in screen) == 1

    save(project, tiny_project.FIRST_DONE)
    screen = tmux.wait_for("3개 중 2개 통과")
    assert all(cells(line) <= tmux.columns for line in screen)  # type: ignore[attr-defined]
    assert sum(KEYS in line for line in screen) == 1, "\n".join(screen)
    save(project, tiny_project.SOLUTION)
    screen = tmux.wait_for("과제 2  실패 -> 통과")
    assert sum(KEYS in line for line in screen) == 1, "\n".join(screen)

    tmux("send-keys", "C-z")
    tmux.wait_until(lambda screen: "Stopped" in "\n".join(screen[-3:]))
    tmux("send-keys", "echo hel''lo", "Enter")
    tmux.wait_until(lambda screen: any(line.endswith("hello") for line in screen))
    tmux("send-keys", "fg", "Enter")
    tmux.wait_until(lambda screen: KEYS in screen[-1])
    tmux("send-keys", "l")
    tmux.wait_for("3/3")

    tmux("send-keys", "C-c")
    tmux.wait_until(lambda screen: any("멈추었습니다." in line for line in screen) and KEYS not in screen[-1])
    tmux("send-keys", "echo code $? $(stty -a | tr ' ' '\\n' | grep -cx -e -icanon -e -echo)", "Enter")
    tmux.wait_until(lambda screen: "code 130 0" in screen)
