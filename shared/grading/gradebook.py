"""The gradebook: students, what they handed in, and every verdict, in one SQLite file.

Each verdict is committed as it comes. SQLite's write-ahead log keeps the file whole whatever ends the program.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import io
import json
import os
import sqlite3
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from shared.grading.judging import Judged, unpacked
from shared.grading.schema import SCHEMA, VERSION
from shared.messages import grading as words
from shared.verdict import Verdict

NAME = "gradebook.sqlite3"
BUSY_SECONDS = 30.0
MAX_SEED = 1_000_000
"""Short enough to be typed."""


class GradebookError(Exception):
    """The gradebook cannot be used. `message` is Korean and says what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Row:
    """A verdict in the gradebook: who, which submission, and how it was made."""

    student_id: str
    name: str
    lesson: str
    submission: int | None = None
    trouble: str | None = None
    path: str = ""
    version: str | None = None
    seed: int | None = None
    judged_at: str = ""
    outcome: str | None = None
    evidence: bytes | None = None

    @property
    def verdict(self) -> Verdict | None:
        """The verdict itself."""
        return unpacked(self.evidence) if self.evidence is not None else None


class Gradebook:
    """An open gradebook. `now` gives the time.

    Raises:
        GradebookError: the file is no gradebook, cannot be written, or is full.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime] = datetime.now) -> None:
        self.path = folder / NAME
        self._now = now
        with self._telling():
            self._db = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)
            with contextlib.ExitStack() as unless_ready:
                unless_ready.callback(self._db.close)
                self._prepare()
                unless_ready.pop_all()

    def take(
        self,
        student: tuple[str, str],
        lesson: str,
        digest: str,
        files: Mapping[str, bytes],
        notes: Sequence[str],
        path: str,
    ) -> int:
        """Write down what a student has handed in for a lesson; gives the number of the submission."""
        with self._writing():
            number = self._student(*student)
            found = self._db.execute(
                "SELECT id FROM submissions WHERE student = ? AND lesson = ? AND digest = ?", (number, lesson, digest)
            ).fetchone()
            if found is None:
                found = self._insert(
                    "INSERT INTO submissions (student, lesson, digest, files, notes, first_seen)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    (number, lesson, digest, zipped(files), json.dumps(notes, ensure_ascii=False), self._moment()),
                )
            self._hand_in(number, lesson, found[0], None, path)
            return int(found[0])

    def refuse(self, student: tuple[str, str], lesson: str, trouble: str, path: str) -> None:
        """Write down that something was handed in and could not be taken."""
        with self._writing():
            self._hand_in(self._student(*student), lesson, None, trouble, path)

    def judged(self, submission: int, version: str, judged: Judged) -> None:
        """Add a verdict."""
        with self._writing():
            self._db.execute(
                "INSERT INTO verdicts (submission, check_version, seed, judged_at, outcome, earned, possible, walls,"
                " evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    submission,
                    version,
                    judged.seed,
                    self._moment(),
                    judged.outcome,
                    judged.earned,
                    judged.possible,
                    judged.walls,
                    judged.evidence,
                ),
            )

    def newest(self, submission: int) -> Row | None:
        """The verdict on a submission that counts."""
        return next(self._rows("WHERE submissions.id = ? AND verdicts.id IS NOT NULL", (submission,)), None)

    def rows(self) -> Iterator[Row]:
        """Everything that counts now: by student, and for each by lesson. One row is held at a time."""
        order = "ORDER BY students.student_id, students.name, students.id, handed_in.lesson"
        return self._rows(order, ())

    def find(self, student: str, lesson: str) -> list[Row]:
        """What was handed in for a lesson by whoever has this id or name, or both with a space between."""
        where = "WHERE handed_in.lesson = ? AND ? IN (students.student_id, students.name,"
        where += " students.student_id || ' ' || students.name, students.student_id || '_' || students.name)"
        return list(self._rows(where, (lesson, student)))

    def submission(self, number: int) -> tuple[dict[str, bytes], tuple[str, ...], str]:
        """What was handed in: path -> content, how it was taken (Korean notes), and its digest."""
        with self._telling():
            packed, notes, digest = self._db.execute(
                "SELECT files, notes, digest FROM submissions WHERE id = ?", (number,)
            ).fetchone()
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}, tuple(json.loads(notes)), digest

    def seed(self, lesson: str, digest: str) -> int:
        """The seed for a submission: the same each time, and not to be told without this gradebook."""
        with self._telling():
            (secret,) = self._db.execute("SELECT value FROM secret").fetchone()
        made = hmac.digest(secret, f"{lesson}:{digest}".encode(), hashlib.sha256)
        return int.from_bytes(made[:8], "big") % MAX_SEED

    def close(self) -> None:
        """Close the file, with everything in it and nothing beside it."""
        with contextlib.suppress(sqlite3.Error):  # full, say: the next one who opens it tidies up
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._db.close()

    def __enter__(self) -> Gradebook:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _prepare(self) -> None:
        (found,) = self._db.execute("PRAGMA user_version").fetchone()
        if found not in (0, VERSION):
            raise GradebookError(words.other_gradebook(self.path, found))
        self._db.execute("PRAGMA journal_mode = WAL")
        # A power cut may cost the last verdicts, which are made again; it cannot harm the file.
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute("PRAGMA foreign_keys = ON")
        if found == VERSION:
            return
        self._db.executescript(f"BEGIN IMMEDIATE; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
        with self._writing():
            if self._db.execute("SELECT count(*) FROM secret").fetchone() == (0,):
                self._db.execute("INSERT INTO secret VALUES (?)", (os.urandom(16),))

    def _student(self, student_id: str, name: str) -> int:
        """A student's number. Somebody known by name or by id alone so far gets the other one too."""
        known = self._db.execute(
            "SELECT id, student_id, name FROM students WHERE (student_id = ?1 AND name = ?2)"
            " OR (?1 <> '' AND student_id = ?1 AND (name = '' OR ?2 = '')) OR (?2 <> '' AND name = ?2 AND"
            " (student_id = '' OR ?1 = '')) ORDER BY (student_id = ?1 AND name = ?2) DESC",
            (student_id, name),
        ).fetchall()
        if known and (known[0][1:] == (student_id, name) or len(known) == 1):
            number = int(known[0][0])
            full = (known[0][1] or student_id, known[0][2] or name)
            if full != known[0][1:]:
                self._db.execute("UPDATE students SET student_id = ?, name = ? WHERE id = ?", (*full, number))
            return number
        return self._insert("INSERT INTO students (student_id, name) VALUES (?, ?)", (student_id, name))[0]

    def _insert(self, query: str, values: tuple[object, ...]) -> tuple[int]:
        number = self._db.execute(query, values).lastrowid
        assert number is not None
        return (number,)

    def _hand_in(self, student: int, lesson: str, submission: int | None, trouble: str | None, path: str) -> None:
        self._db.execute(
            "INSERT INTO handed_in (student, lesson, submission, trouble, path) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (student, lesson) DO UPDATE SET"
            " submission = coalesce(excluded.submission, submission), trouble = excluded.trouble, path = excluded.path",
            (student, lesson, submission, trouble, path),
        )

    def _rows(self, condition: str, values: tuple[object, ...]) -> Iterator[Row]:
        query = (
            "SELECT students.student_id, students.name, handed_in.lesson, handed_in.submission, handed_in.trouble,"
            " handed_in.path, check_version, seed, coalesce(judged_at, ''), outcome, evidence FROM handed_in"
            " JOIN students ON students.id = handed_in.student"
            " LEFT JOIN submissions ON submissions.id = handed_in.submission"
            " LEFT JOIN verdicts ON verdicts.id ="
            " (SELECT max(id) FROM verdicts WHERE verdicts.submission = handed_in.submission) "
        )
        with self._telling():
            for row in self._db.execute(query + condition, values):
                yield Row(*row)

    def _moment(self) -> str:
        return self._now().isoformat(timespec="seconds")

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        with self._telling():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):  # already undone by SQLite itself
                    self._db.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise GradebookError(words.gradebook_trouble(self.path, error)) from error


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Files as a zip."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
