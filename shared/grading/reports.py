"""The reports of a class, written from its gradebook."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from shared.grading.gradebook import Gradebook
from shared.lessons import Lesson
from shared.report import class_page, csv_sheets, gradescope, junit
from shared.report.classroom import ClassReport, Entry

PAGES = "report"
POINTS, TASKS, JUNIT, GRADESCOPE = "points.csv", "tasks.csv", "junit.xml", "gradescope"


def write(gradebook: Gradebook, out: Path, title: str, lessons: Mapping[str, Lesson], made_at: str = "") -> None:
    """Write all of them into `out`. Raises OSError, GradebookError."""
    made_at = made_at or datetime.now().isoformat(timespec="seconds")
    report = ClassReport(title, partial(entries, gradebook, lessons), made_at)
    _file(out / POINTS, lambda path: csv_sheets.write_points(report, path))
    _file(out / TASKS, lambda path: csv_sheets.write_tasks(report, path))
    _file(out / JUNIT, lambda path: junit.write(report, path))
    _folder(out / GRADESCOPE, lambda path: gradescope.write(report, path))
    _folder(out / PAGES, lambda path: class_page.write(report, path))


def entries(gradebook: Gradebook, lessons: Mapping[str, Lesson]) -> Iterator[Entry]:
    """What counts now, as the reports want it."""
    for row in gradebook.rows():
        lesson = lessons.get(row.lesson)
        title = f"{lesson.number}. {lesson.title}" if lesson else row.lesson
        yield Entry(row.student_id, row.name, row.lesson, title, row.verdict, row.trouble, row.seed, row.judged_at)


def _file(path: Path, write: Callable[[Path], None]) -> None:
    # Written beside and moved: a report that is open in Excel, or a full disk, leaves the old one whole.
    fresh = path.with_name(f".new-{path.name}")
    write(fresh)
    fresh.replace(path)


def _folder(path: Path, write: Callable[[Path], None]) -> None:
    fresh = path.with_name(f".new-{path.name}")
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(fresh)
    fresh.mkdir()
    write(fresh)
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(path)
    fresh.replace(path)
