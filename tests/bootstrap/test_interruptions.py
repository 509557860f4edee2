"""Ctrl+C, a kill, and two windows at once."""

import os
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator

import pytest

from .conftest import Workbook

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the signals are POSIX ones")


class SilentIndex:
    """A package index that takes a connection and never answers."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._visitors: list[socket.socket] = []
        self._met = threading.Event()
        threading.Thread(target=self._wait, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}/simple"

    def wait_for_visitor(self) -> None:
        assert self._met.wait(60)

    def close(self) -> None:
        for visitor in self._visitors:
            visitor.close()
        self._listener.close()

    def _wait(self) -> None:
        self._visitors.append(self._listener.accept()[0])
        self._met.set()


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch) -> Iterator[SilentIndex]:
    index = SilentIndex()
    yield index
    index.close()


def start_and_hang(workbook: Workbook, index: SilentIndex) -> "subprocess.Popen[str]":
    workbook.require(f"--index-url {index.url}\nflask\n")
    process = workbook.start("list")
    index.wait_for_visitor()
    return process


def finish(workbook: Workbook) -> str:
    workbook.require("")
    answer = workbook.run("list")
    assert answer.command["arguments"] == ["list"]
    return answer.told


def test_ctrl_c_says_how_to_go_on_and_the_next_start_repairs(workbook: Workbook, index: SilentIndex) -> None:
    process = start_and_hang(workbook, index)
    os.killpg(process.pid, signal.SIGINT)
    out, told = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, "")
    assert "workbook.py" in told.splitlines()[-1] and "Traceback" not in told
    assert "지난번 설치가 끝나지 않았습니다" in finish(workbook)


def test_after_a_kill_the_next_start_waits_for_the_pip_that_is_left_and_repairs(
    workbook: Workbook, index: SilentIndex
) -> None:
    process = start_and_hang(workbook, index)
    process.kill()
    workbook.require("")
    following = workbook.start("list")
    assert following.stderr is not None
    assert "다른 창에서" in following.stderr.readline()
    index.close()  # the pip that is left gives up
    os.killpg(process.pid, signal.SIGTERM)
    out, told = following.communicate(timeout=60)
    process.communicate()
    assert "지난번 설치가 끝나지 않았습니다" in told
    assert following.returncode == 0 and out


def test_an_environment_that_was_only_begun_is_made_anew(workbook: Workbook) -> None:
    workbook.venv.mkdir()
    (workbook.venv / "workbook-base.stamp").write_bytes(b"installing\n")
    assert "지난번 설치가 끝나지 않았습니다" in finish(workbook)


def test_two_windows_at_once_install_once_and_both_go_on(workbook: Workbook) -> None:
    both = [workbook.start("list") for _ in range(2)]
    told = [process.communicate(timeout=60)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sum("설치가 끝났습니다" in text for text in told) == 1
    assert sum("다른 창에서" in text for text in told) == 1
