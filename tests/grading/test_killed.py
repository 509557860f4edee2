"""Whatever ends the grader, what it has judged is kept, and the next run goes on from there."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from shared.grading import gradebook as gradebook_room
from shared.grading.gradebook import Gradebook, GradebookError
from shared.grading.judging import Judged
from shared.grading.lock import Lock
from shared.messages import grading as words
from tests.grading.conftest import HALF, RIGHT
from tests.grading.running import ROOT, command, content, count, run
from tests.needs import OWN_PROCESSES, needs_fork, needs_own_processes

pytestmark = [needs_fork, pytest.mark.timeout(600)]

SIZE = 40
TIMES = 20
Hand = Callable[[dict[str, bytes]], Path]


def crowd(size: int = SIZE) -> dict[str, bytes]:
    """A class in which every third answer is half done."""
    return {
        f"{10_001 + n}/01_greeting/app.py": (RIGHT if n % 3 else HALF) + f"# {n}\n".encode("ascii") for n in range(size)
    }


@needs_own_processes
def test_killed_at_twenty_random_moments(root: Path, handed_in: Hand, tmp_path: Path) -> None:
    folder, seed = handed_in(crowd()), random.randrange(10**6)
    began = time.monotonic()
    whole = run(root, "grade", folder, "--out", tmp_path / "undisturbed")
    assert whole.returncode == 0, whole.stderr
    longest = (time.monotonic() - began) * 0.8
    words_ = [str(root), str(folder), str(tmp_path / "killed"), str(seed), str(TIMES), str(longest)]

    driver = [*OWN_PROCESSES, sys.executable, "-m", "tests.grading.killed_class", *words_]
    ended = subprocess.run(driver, cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8")

    assert ended.returncode == 0, ended.stderr[-3000:]
    told = json.loads(ended.stdout)
    assert told["left"] == [], f"seed {seed}"
    assert told["killed"] >= 3, "the moments were meant to lie inside the work"
    last = run(root, "grade", folder, "--out", tmp_path / "killed")
    assert last.returncode == 0, last.stderr
    assert content(tmp_path / "killed") == content(tmp_path / "undisturbed"), f"seed {seed}"
    assert count(tmp_path / "killed", "verdicts") == SIZE, "nothing was judged twice"
    for name in ("points.csv", "junit.xml", "report/index.html"):
        assert (tmp_path / "killed" / name).is_file()


def test_ctrl_c_ends_it_and_keeps_what_is_done(root: Path, handed_in: Hand, tmp_path: Path) -> None:
    out = tmp_path / "out"
    folder = handed_in({**crowd(6), "10001/01_greeting/app.py": b"while True:\n    pass\n"})
    grader = subprocess.Popen(
        command(root, "grade", folder, "--out", out),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
        env={**os.environ, "COLUMNS": "200", "PYTHONUTF8": "1"},
    )
    until = time.monotonic() + 60
    while time.monotonic() < until and not _verdicts(out):
        time.sleep(0.05)
    os.killpg(grader.pid, signal.SIGINT)  # what a terminal does

    said, complaint = grader.communicate(timeout=60)

    assert grader.returncode == 130
    assert words.KEPT in said
    assert complaint == ""
    assert _verdicts(out)
    again = run(root, "grade", folder, "--out", out)
    assert again.returncode == 0
    assert count(out, "verdicts") == 6


def _verdicts(out: Path) -> bool:
    try:
        return count(out, "verdicts") > 0
    except sqlite3.OperationalError:
        return False


def test_two_graders_on_one_gradebook(root: Path, handed_in: Hand, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    folder = handed_in(crowd(2))
    with Lock(out):
        refused = run(root, "grade", folder, "--out", out)
    assert refused.returncode == 2
    assert "다른 채점이 쓰고 있습니다" in refused.stderr

    both = [
        subprocess.Popen(
            command(root, "grade", folder, "--out", out), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    codes = sorted(grader.wait(100) for grader in both)
    for grader in both:
        assert grader.stderr is not None
        grader.stderr.close()
    assert codes[0] == 0
    assert len(content(out)) == 2


def judged(earned: int = 3) -> Judged:
    return Judged("pass", earned, 3, 1, "bubblewrap", os.urandom(4000))


def test_a_full_disk_costs_no_verdict_that_was_there(tmp_path: Path) -> None:
    with Gradebook(tmp_path) as book:
        number = book.take(("10201", "김하늘"), "01_greeting", "digest", {"app.py": RIGHT}, (), "x")
        book._db.execute("PRAGMA max_page_count = 60")  # a disk of a quarter of a megabyte
        with pytest.raises(GradebookError) as caught:
            for _ in range(1000):
                book.judged(number, "1", judged())
    assert "가득" in caught.value.message
    before = count(tmp_path, "verdicts")
    assert before > 5
    with Gradebook(tmp_path) as book:
        book.judged(number, "1", judged())
    assert count(tmp_path, "verdicts") == before + 1


def test_a_file_that_is_no_gradebook(tmp_path: Path) -> None:
    (tmp_path / gradebook_room.NAME).write_bytes(b"no database, and long enough to be looked at" * 100)

    with pytest.raises(GradebookError):
        Gradebook(tmp_path)


def test_a_gradebook_of_another_edition(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / gradebook_room.NAME) as book:
        book.execute("PRAGMA user_version = 99")
    book.close()

    with pytest.raises(GradebookError) as caught:
        Gradebook(tmp_path)
    assert "99" in caught.value.message


def test_a_student_known_by_name_gets_the_id_that_comes_later(tmp_path: Path) -> None:
    with Gradebook(tmp_path) as book:
        book.take(("", "김하늘"), "01_greeting", "a", {}, (), "x")
        book.take(("10201", "김하늘"), "02_farewell", "b", {}, (), "y")
        book.take(("10202", ""), "01_greeting", "c", {}, (), "z")
        book.take(("10202", "이바다"), "02_farewell", "d", {}, (), "z")
        book.take(("10301", "김하늘"), "01_greeting", "e", {}, (), "z")
        found = [(row.student_id, row.name, row.lesson[:2]) for row in book.rows()]
    assert found == [
        ("10201", "김하늘", "01"),
        ("10201", "김하늘", "02"),
        ("10202", "이바다", "01"),
        ("10202", "이바다", "02"),
        ("10301", "김하늘", "01"),
    ]


def test_the_seed_is_the_gradebooks_own_secret(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    with Gradebook(tmp_path / "a") as one, Gradebook(tmp_path / "b") as other:
        seeds = [book.seed("01_greeting", str(digest)) for book in (one, other) for digest in range(50)]
        assert one.seed("01_greeting", "0") == seeds[0]
    assert len(set(seeds)) > 95
