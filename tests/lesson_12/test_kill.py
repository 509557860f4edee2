"""What lesson 12 promises: a server that is killed while it writes loses nothing that it has acknowledged."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock

import pytest
import requests

from shared.lessons import ROOT, find

WRITES = 100
WRITERS = 4
SERVER = """
from app import app
from werkzeug.serving import make_server

server = make_server("127.0.0.1", 0, app, threaded=True)
print(server.server_port, flush=True)
server.serve_forever()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The solution in a folder of its own, without a database."""
    return Path(shutil.copytree(find("12", ROOT).solution, tmp_path / "lesson", ignore=lambda *_: ["__pycache__"]))


@contextmanager
def served(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The app in a process of its own, and its address. It is killed at the end."""
    with (folder / "log.txt").open("a", encoding="utf-8") as log:
        process = subprocess.Popen(
            [sys.executable, "-B", "-c", SERVER], cwd=folder, stdout=subprocess.PIPE, stderr=log, text=True
        )
        assert process.stdout is not None
        with process.stdout:
            try:
                yield process, f"http://127.0.0.1:{process.stdout.readline().strip()}"
            finally:
                process.kill()
                process.wait()


class Writing:
    """A hundred students, added by several clients at once; the server is killed after `kill_after` of them."""

    def __init__(self, folder: Path, kill_after: int) -> None:
        self.acknowledged: list[int] = []
        self._lock = Lock()
        self._kill_after = kill_after
        with served(folder) as (self._process, self._url), ThreadPoolExecutor(WRITERS) as pool:
            list(pool.map(self._add, range(1, WRITES + 1)))

    def _add(self, id: int) -> None:
        try:
            reply = requests.post(f"{self._url}/students", json=student(id), timeout=20)
        except requests.RequestException:
            return  # nobody answers any more
        assert reply.status_code == 201
        with self._lock:
            self.acknowledged.append(id)
            if len(self.acknowledged) == self._kill_after:
                self._process.kill()


def student(id: int) -> dict[str, object]:
    """The student of this number."""
    return {"id": id, "name": f"김하늘{id}", "phone_number": f"010-0000-{id:04}", "birth_date": "2008-03-01"}


@pytest.mark.parametrize("kill_after", [1, 37, 80])
def test_every_acknowledged_row_outlives_a_kill(folder: Path, kill_after: int) -> None:
    acknowledged = Writing(folder, kill_after).acknowledged
    assert kill_after <= len(acknowledged) < WRITES
    with closing(sqlite3.connect(folder / "student.sqlite3")) as con:
        assert con.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        con.row_factory = sqlite3.Row
        kept = {row["id"]: dict(row) for row in con.execute("SELECT * FROM student_list")}
    assert all(kept.get(id) == student(id) for id in acknowledged)
    assert all(row == student(id) for id, row in kept.items())


def test_a_killed_server_starts_again_with_its_students(folder: Path) -> None:
    acknowledged = Writing(folder, kill_after=20).acknowledged
    with served(folder) as (_, url):
        shown = requests.get(f"{url}/students", timeout=20).json()["students"]
        assert all(student(id) in shown for id in acknowledged)
        assert requests.post(f"{url}/students", json=student(WRITES + 1), timeout=20).status_code == 201
        again = requests.post(f"{url}/students", json=student(acknowledged[0]), timeout=20)
        assert again.status_code == 409
