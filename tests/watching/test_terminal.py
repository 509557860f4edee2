"""The loop as somebody sees it who sits before a terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests import tiny_project

from .conftest import app, save

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals that Python can open", allow_module_level=True)

from .terminal import SECONDS, Terminal

KEYS = "h 힌트   n 다음   l 목록   r 다시 검사   z 되돌리기   q 끝내기"


def gone(pids: list[int]) -> bool:
    """Whether all of them end, soon."""
    _, alive = psutil.wait_procs([psutil.Process(pid) for pid in pids if psutil.pid_exists(pid)], timeout=SECONDS)
    return not alive


def test_a_save_is_shown_with_what_changed_and_the_keys_last(project: Path) -> None:
    with Terminal(project) as terminal:
        terminal.wait_for(KEYS)
        assert "다음 할 일: 01 인사하는 서버" in terminal.shown
        save(project, tiny_project.FIRST_DONE)
        terminal.wait_for("3개 중 2개 통과")
        terminal.wait_for(KEYS, 2)
        assert "실패  과제 2." in terminal.shown and "지난번과 달라진 것" not in terminal.shown
        save(project, tiny_project.SOLUTION)
        terminal.wait_for("과제 2  실패 -> 통과")
        terminal.wait_for(KEYS, 3)
        assert "이 레슨을 마쳤습니다." in terminal.shown
        assert terminal.shown.rstrip().endswith(KEYS)
        terminal.press("q")
        assert terminal.wait() == 0


def test_only_the_first_failing_task_is_shown_whole(project: Path) -> None:
    with Terminal(project) as terminal:
        terminal.wait_for(KEYS)
        terminal.press("r")
        terminal.wait_for("3개 중 1개 통과")
        assert terminal.shown.count("curl -i") == 1
        assert "실패  과제 2." in terminal.shown


def test_a_burst_of_saves_is_judged_once(project: Path) -> None:
    with Terminal(project) as terminal:
        terminal.wait_for(KEYS)
        terminal.press("r")
        terminal.wait_for("3개 중 1개 통과")
        for number in range(10):
            save(project, tiny_project.STARTER + f"# {number}\n")
        save(project, tiny_project.SOLUTION)
        terminal.wait_for("3개 중 3개 통과")
        time.sleep(0.5)
        assert terminal.shown.count("저장됨") <= 2  # one, unless the burst took longer than the quiet that ends it


def test_keys_do_what_the_line_says(project: Path) -> None:
    tiny_project.make(project, "02_second", "두 번째 서버")
    with Terminal(project) as terminal:
        terminal.wait_for(KEYS)
        for key, text in (
            ("h", "2개 중 1번째 힌트"),
            ("H", "2개 중 2번째 힌트"),
            ("ㅗ", "힌트를 모두 보았습니다"),
            ("l", "02  두 번째 서버"),
            ("n", "다음 할 일: 02 두 번째 서버"),
            ("r", "02. 두 번째 서버"),
            ("\x1b[A", ""),
        ):
            terminal.press(key)
            terminal.wait_for(text or KEYS)
        terminal.press("n")
        terminal.wait_for("다음 할 일: 01 인사하는 서버", 2)
        terminal.press("q")
        assert terminal.wait() == 0


def test_going_back_and_forth(project: Path) -> None:
    with Terminal(project) as terminal:
        terminal.wait_for(KEYS)
        save(project, tiny_project.SOLUTION)
        terminal.wait_for("3개 중 3개 통과")
        terminal.press("z")
        terminal.wait_for("되돌렸습니다. 지금 상태: 기록 1번")
        terminal.wait_for("과제 1  통과 -> 실패")
        assert app(project).read_text(encoding="utf-8") == tiny_project.STARTER
        terminal.press("z")
        terminal.wait_for("되돌릴 앞의 상태가 없습니다")
        terminal.press("y")
        terminal.wait_for("과제 1  실패 -> 통과")
        assert app(project).read_text(encoding="utf-8") == tiny_project.SOLUTION


def test_a_lesson_that_changed_while_nobody_watched_is_judged_at_once(project: Path) -> None:
    with Terminal(project) as terminal:
        terminal.wait_for(KEYS)
        terminal.press("r")
        terminal.wait_for("3개 중 1개 통과")
        terminal.press("q")
        terminal.wait()
    save(project, tiny_project.FIRST_DONE)
    with Terminal(project) as terminal:
        terminal.wait_for("과제 1  실패 -> 통과")


@pytest.mark.parametrize(
    ("ending", "code"),
    [("\x03", 130), ("q", 0), ("ㅂ", 0), (signal.SIGTERM, 128 + 15), (signal.SIGHUP, 128 + 1), (signal.SIGINT, 130)],
)
def test_however_it_ends_the_terminal_is_as_before_and_nobody_stays(
    project: Path, ending: str | signal.Signals, code: int
) -> None:
    with Terminal(project) as terminal:
        terminal.wait_for(KEYS)
        save(project, tiny_project.FIRST_DONE)
        terminal.wait_for("3개 중 2개 통과")
        family = terminal.family()
        assert family and terminal.modes != terminal.before
        if isinstance(ending, str):
            terminal.press(ending)
        else:
            terminal.process.send_signal(ending)
        assert terminal.wait() == code
        assert terminal.modes == terminal.before
        assert gone(family)
        assert "Traceback" not in terminal.shown


def test_a_window_that_is_closed_takes_everything_along(project: Path) -> None:
    with Terminal(project) as terminal:
        terminal.wait_for(KEYS)
        save(project, tiny_project.FIRST_DONE)
        terminal.wait_for("3개 중 2개 통과")
        family = terminal.family()
        os.close(terminal.inner)
        terminal.hang_up()
        terminal.wait()
        assert gone(family)


def test_ctrl_c_during_a_judgement_that_hangs(project: Path) -> None:
    with Terminal(project) as terminal:
        terminal.wait_for(KEYS)
        save(project, "while True: pass\n")
        terminal.wait_for(f"검사하는 중: {tiny_project.SLUG}")
        family = terminal.family()
        began = time.monotonic()
        terminal.press("\x03")
        assert terminal.wait() == 130
        assert time.monotonic() - began < 4  # the limit of a step is 5
        assert terminal.modes == terminal.before and gone(family)


def test_a_killed_loop_loses_nothing_and_leaves_nobody(project: Path) -> None:
    with Terminal(project) as terminal:
        terminal.wait_for(KEYS)
        save(project, tiny_project.FIRST_DONE)
        terminal.wait_for("3개 중 2개 통과")
        family = terminal.family()
        terminal.process.kill()
        terminal.wait()
        assert gone(family)
    with Terminal(project) as terminal:
        terminal.wait_for("다음 할 일: 01 과제 2")
        terminal.press("l")
        terminal.wait_for("2/3")


def test_ctrl_z_gives_the_terminal_back_and_going_on_takes_it_again(project: Path) -> None:
    with Terminal(project) as terminal:
        terminal.wait_for(KEYS)
        taken = terminal.modes
        terminal.process.send_signal(signal.SIGTSTP)
        _, status = os.waitpid(terminal.process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        assert terminal.modes == terminal.before
        terminal.process.send_signal(signal.SIGCONT)
        terminal.wait_for(KEYS, 2)
        assert terminal.modes == taken
        save(project, tiny_project.SOLUTION)
        terminal.wait_for("3개 중 3개 통과")
        terminal.press("q")
        assert terminal.wait() == 0 and terminal.modes == terminal.before


def test_another_size_is_drawn_for(project: Path) -> None:
    with Terminal(project, columns=80) as terminal:
        terminal.wait_for(KEYS)
        terminal.resize(30)
        terminal.process.send_signal(signal.SIGWINCH)
        terminal.wait_for("h n l r z q")


@pytest.mark.parametrize("arguments", [["--plain"], []])
def test_without_colours_there_are_none(project: Path, arguments: list[str]) -> None:
    environment = {} if arguments else {"NO_COLOR": "1"}
    with Terminal(project, *arguments, **environment) as terminal:
        terminal.wait_for(KEYS)
        terminal.press("r")
        terminal.wait_for("3개 중 1개 통과")
        terminal.wait_for(KEYS, 2)
        terminal.press("q")
        terminal.wait()
        assert b"m" not in {sequence[-1:] for sequence in terminal.raw.split(b"\x1b")[1:]}
        assert b"\x1b[1m" not in terminal.raw and b"\x1b[7m" not in terminal.raw


def test_a_terminal_that_obeys_nothing_gets_plain_lines(project: Path) -> None:
    with Terminal(project, TERM="dumb") as terminal:
        terminal.wait_for(KEYS)
        save(project, tiny_project.SOLUTION)
        terminal.wait_for(KEYS, 2)
        terminal.press("q")
        assert terminal.wait() == 0
        assert b"\x1b" not in terminal.raw


def test_a_korean_windows_console_is_enough(project: Path) -> None:
    with Terminal(project, encoding="cp949", PYTHONIOENCODING="cp949:strict", PYTHONUTF8="0") as terminal:
        terminal.wait_for(KEYS)
        save(project, tiny_project.FIRST_DONE)
        terminal.wait_for("3개 중 2개 통과")
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("stream", ["stdin", "stdout"])
def test_without_a_terminal_the_list_is_shown_and_that_is_all(project: Path, stream: str) -> None:
    from .terminal import PROGRAM

    main, inner = os.openpty()
    try:
        streams = {"stdin": inner, "stdout": inner, stream: subprocess.PIPE}
        command = [sys.executable, "-c", PROGRAM, str(project)]
        environment = {**os.environ, "PYTHONPATH": str(tiny_project.ROOT), "COLUMNS": "80"}
        done = subprocess.run(command, stderr=subprocess.PIPE, env=environment, timeout=SECONDS, **streams)
        assert done.returncode == 0 and done.stderr == b""
        shown = done.stdout if stream == "stdout" else os.read(main, 65536)
        assert "python workbook.py check 01" in shown.decode("utf-8")
    finally:
        os.close(inner)
        os.close(main)
