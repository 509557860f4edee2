"""Running `grade` and `replay` as a teacher does, in a process of their own, and reading what they leave."""

from __future__ import annotations

import csv
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from shared.grading.judging import unpacked

ROOT = Path(__file__).resolve().parents[2]
START = (
    "import sys; from pathlib import Path; from shared.cli.running import main; "
    "sys.exit(main(sys.argv[2:], Path(sys.argv[1])))"
)


NEWEST = """
SELECT students.student_id, students.name, handed_in.lesson, digest, trouble, path, check_version, outcome, earned,
       possible, evidence
FROM handed_in
JOIN students ON students.id = handed_in.student
LEFT JOIN submissions ON submissions.id = handed_in.submission
LEFT JOIN verdicts
    ON verdicts.id = (SELECT max(id) FROM verdicts WHERE verdicts.submission = handed_in.submission)
ORDER BY 1, 2, 3
"""


def command(root: Path, *arguments: str | Path) -> list[str]:
    """The words that start a command on this workbook."""
    return [sys.executable, "-c", START, str(root), *map(str, arguments)]


def run(root: Path, *arguments: str | Path, seconds: float = 100, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        command(root, *arguments),
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=seconds,
        env={**os.environ, "COLUMNS": "200", "PYTHONUTF8": "1", **environ},
    )


def points(out: Path) -> dict[str, list[str]]:
    """The rows of the CSV with marks, by id or, without one, by name."""
    with (out / "points.csv").open(encoding="utf-8-sig", newline="") as file:
        _, *rows = csv.reader(file)
    return {row[0] or row[1]: row[2:] for row in rows}


def content(out: Path) -> list[tuple[object, ...]]:
    """What a gradebook says, without what differs from run to run: times, and the seeds of its own secret."""
    with sqlite3.connect(out / "gradebook.sqlite3") as book:
        assert book.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = book.execute(NEWEST).fetchall()
    book.close()
    made = []
    for *known, evidence in rows:
        verdict = unpacked(evidence) if evidence is not None else None
        steps = [(step.task, step.status, step.mistake) for step in verdict.steps] if verdict else None
        made.append((*known, str(steps)))
    return made


def count(out: Path, table: str) -> int:
    """Rows of a table of the gradebook."""
    with sqlite3.connect(out / "gradebook.sqlite3") as book:
        (number,) = book.execute(f"SELECT count(*) FROM {table}").fetchone()
    book.close()
    return int(number)


def left_here(seconds: float = 15.0) -> list[str]:
    """Processes in this process space besides this one, by their command lines, once dying ones have had their time.

    What has ended and was taken note of by nobody (a zombie) is not counted: it does nothing any more.
    """
    until = time.monotonic() + seconds
    while (found := _others()) and time.monotonic() < until:
        time.sleep(0.05)
    return found


def _others() -> list[str]:
    """Processes here besides this one: those that have not ended, by their command lines."""
    numbers = (path.name for path in Path("/proc").iterdir() if path.name.isdigit())
    found = []
    for number in numbers:
        try:
            state = Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
            if int(number) != os.getpid() and state not in "ZX":
                found.append(Path(f"/proc/{number}/cmdline").read_bytes().decode("utf-8", "replace"))
        except OSError:
            continue
    return found
