"""Several processes at once, and processes that are killed at any moment."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from shared.lessons import Lesson
from shared.progress import history, state_at

from .conftest import memory_of

PROGRAM = Path(__file__).with_name("writing_forever.py")


def start(lesson: Lesson, name: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(PROGRAM), str(lesson.folder.parents[1]), name]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def kill_and_read(process: subprocess.Popen[str]) -> tuple[list[int], str]:
    process.kill()
    out, err = process.communicate()
    whole = out[: out.rfind("\n") + 1]
    return [int(line) for line in whole.splitlines()], err


def states(lesson: Lesson) -> set[str]:
    kept = [state_at(lesson, moment.number) for moment in history(lesson)]
    return {state["app.py"].decode().splitlines()[0] for state in kept if state}


def test_what_was_stored_survives_kill_at_any_moment(lesson: Lesson, said: list[str]) -> None:
    dice = random.Random(7)
    stored = set()
    for life in range(8):
        process = start(lesson, f"life {life}")
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(dice.uniform(0, 0.05))  # the moment of death
        numbers, err = kill_and_read(process)
        assert err == "" and first
        stored |= {f"life {life} {number}" for number in [int(first), *numbers]}
    assert stored <= states(lesson)
    assert said == []


def test_two_processes_begin_one_memory_at_once_and_lose_nothing(lesson: Lesson, said: list[str]) -> None:
    for _ in range(3):
        processes = {name: start(lesson, name) for name in ("left", "right")}
        for process in processes.values():
            assert process.stdout is not None
            process.stdout.readline()
        time.sleep(0.2)  # both are at it
        stored = set()
        for name, process in processes.items():
            numbers, err = kill_and_read(process)
            assert err == "" and numbers
            stored |= {f"{name} {number}" for number in [1, *numbers]}
        assert stored <= states(lesson)
        memory_of(lesson).unlink()
        for rest in memory_of(lesson).parent.glob("*.sqlite3-*"):
            rest.unlink()
    assert said == []


def test_two_processes_that_find_a_broken_memory_put_it_aside_once(lesson: Lesson) -> None:
    memory_of(lesson).parent.mkdir()
    memory_of(lesson).write_bytes(b"no database" * 1000)
    processes = {name: start(lesson, name) for name in ("left", "right", "third")}
    for process in processes.values():
        assert process.stdout is not None
        process.stdout.readline()
    errors = [kill_and_read(process)[1] for process in processes.values()]
    assert sum("망가져서" in err for err in errors) == 1, errors
    assert [path.name for path in memory_of(lesson).parent.glob("broken*")] == ["broken-1.sqlite3"]
    assert {"left 1", "right 1", "third 1"} <= states(lesson)
