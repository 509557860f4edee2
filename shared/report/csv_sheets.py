"""Marks as CSV that Korean Excel opens by a double click: UTF-8 with a byte order mark, CRLF, no formulas.

Excel reads `1-3` as a day in January and `00123` as 123. Such text is written as `="1-3"`, which Excel shows as it was.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from shared.messages import report as words
from shared.messages import report_class as class_words
from shared.report.classroom import ClassReport, Entry
from shared.report.layout import visible
from shared.report.terminal import render_step

Cell = str | int

# The first characters that make a formula; those of full width too, which Excel in East Asia reads as the narrow ones.
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = tuple("=+-@\t\r＝＋－＠")
_CHANGED = re.compile(r"0\d+|\d{12,}|\d+[-/.:]\d+([-/.:]\d+)?|\d+[eE]\d+")
MAX_CHARACTERS = 32_000
"""Excel takes 32,767 characters into one cell, and the rest into the next row."""


def write_points(report: ClassReport, path: Path) -> None:
    """A row for each student: tasks passed in each lesson, and of how many. Reads the class twice."""
    lessons = sorted({entry.lesson: entry.title for entry in report.entries()}.items())
    head: list[Cell] = [class_words.STUDENT_ID, class_words.NAME]
    for _, title in lessons:
        head += [f"{title} {class_words.POINTS}", f"{title} {class_words.POSSIBLE}"]
    head += [f"{class_words.TOTAL} {class_words.POINTS}", f"{class_words.TOTAL} {class_words.POSSIBLE}"]
    _write(path, head, _point_rows(report.entries(), [lesson for lesson, _ in lessons]))


def write_tasks(report: ClassReport, path: Path) -> None:
    """A row for each student and task, with what went wrong. A lesson without a verdict has one row. Reads once."""
    head = [
        class_words.STUDENT_ID,
        class_words.NAME,
        class_words.LESSON,
        class_words.TASK,
        class_words.STATUS_HEAD,
        class_words.MISTAKE_ID,
        class_words.MESSAGE,
        class_words.TROUBLE,
        class_words.SEED,
        class_words.JUDGED_AT,
    ]
    _write(path, head, (row for entry in report.entries() for row in _task_rows(entry)))


def cell(value: Cell) -> Cell:
    """A value as Excel is to read it."""
    if isinstance(value, int):
        return value
    text = visible(value).replace("\n", " ").replace("\t", " ")[:MAX_CHARACTERS]
    if _CHANGED.fullmatch(text):
        return f'="{text}"'
    return f"'{text}" if value.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text


def _write(path: Path, head: Iterable[Cell], rows: Iterable[Iterable[Cell]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([cell(value) for value in head])
        writer.writerows([cell(value) for value in row] for row in rows)


def _point_rows(entries: Iterable[Entry], lessons: list[str]) -> Iterator[list[Cell]]:
    for (student_id, name), group in groupby(entries, key=lambda entry: entry.student):
        verdicts = {entry.lesson: entry.verdict for entry in group}
        row: list[Cell] = [student_id, name]
        earned = possible = 0
        for lesson in lessons:
            verdict = verdicts.get(lesson)
            row += ["", ""] if verdict is None else [verdict.earned, verdict.possible]
            if verdict is not None:
                earned, possible = earned + verdict.earned, possible + verdict.possible
        yield [*row, earned, possible]


def _task_rows(entry: Entry) -> Iterator[list[Cell]]:
    known: list[Cell] = [entry.student_id, entry.name, entry.title]
    seed: Cell = "" if entry.seed is None else entry.seed
    end: list[Cell] = [entry.trouble or "", seed, entry.judged_at]
    if entry.verdict is None:
        yield [*known, "", class_words.NOT_HANDED_IN if entry.trouble is None else class_words.UNJUDGED, "", "", *end]
        return
    for step in entry.verdict.steps:
        said = "" if step.status == "pass" else step.message or render_step(step)
        yield [*known, words.task(step), class_words.mark(step)[1], step.mistake or "", said, *end]
