"""`grade`: a class's folder to a gradebook and its reports."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shared.cli.state import State, Trouble
from shared.cli.verb import Argument, Verb, Whole, plain
from shared.lessons import all_lessons, find
from shared.messages import cli as cli_words
from shared.messages import grading as words

if TYPE_CHECKING:
    from shared.grading.session import Order, Summary
    from shared.grading.showing import Shown

OUT = "grades"
"""Below the workbook's folder."""

INTERRUPTED = 130


@click.command(cls=Verb, place=50, help=words.GRADE)
@click.argument(
    "folder",
    cls=Argument,
    required=False,
    type=click.Path(path_type=Path),
    metavar=words.FOLDER_NAME,
    help=words.FOLDER,
)
@click.option("--out", type=click.Path(path_type=Path), metavar=words.FOLDER_NAME, help=words.OUT)
@click.option("--lesson", "lessons", multiple=True, metavar=cli_words.LESSON, help=words.LESSON_OPTION)
@click.option("--only", multiple=True, metavar=words.STUDENT_NAME, help=words.ONLY)
@click.option("--jobs", type=Whole(), help=words.JOBS)
@click.option("--again", is_flag=True, help=words.AGAIN)
@click.option("--map", "mapping", type=click.Path(path_type=Path), metavar=cli_words.FILE, help=words.MAP)
@plain
@click.pass_obj
def command(
    state: State,
    /,
    folder: Path | None,
    out: Path | None,
    lessons: tuple[str, ...],
    only: tuple[str, ...],
    jobs: int | None,
    again: bool,
    mapping: Path | None,
    plain: bool,
) -> int:
    """Grade, then write the reports; without a folder write the reports alone."""
    from shared.grading.gradebook import GradebookError
    from shared.grading.mapping import MappingError, read_mapping
    from shared.grading.pool import cores
    from shared.grading.session import Order
    from shared.grading.showing import Shown
    from shared.submission import Refused

    shown = Shown(state.screen(plain))
    place = out or state.root / OUT
    every = all_lessons(state.root)
    try:
        if folder is None:
            return _reports_alone(state, place, shown)
        _check_places(folder, place)
        order = Order(
            folder,
            place,
            state.root,
            every,
            [find(lesson, state.root).slug for lesson in lessons],
            only,
            max(1, jobs or cores()),
            again,
            read_mapping(mapping, state.root) if mapping is not None else {},
        )
        return _grade(order, shown)
    except (GradebookError, MappingError, Refused) as trouble:
        raise Trouble(trouble.message) from trouble
    except OSError as error:
        raise Trouble(words.gradebook_trouble(place, error.strerror or error)) from error
    finally:
        shown.end()


def _grade(order: Order, shown: Shown) -> int:
    from shared.grading import mapping, session

    began = time.monotonic()
    try:
        summary, intake = session.grade(order, shown)
    except KeyboardInterrupt:
        shown.end()
        shown.say(words.KEPT)
        return INTERRUPTED
    shown.end()
    doubts = order.out / mapping.DOUBTS
    mapping.write_doubts(intake.doubts, doubts)
    if summary.judged or summary.unchanged or summary.troubles:
        _write_reports(order.out, order.root, order.folder.resolve().name, shown)
    _sum_up(summary, shown, time.monotonic() - began)
    if intake.doubts:
        shown.say(words.settle(doubts))
    return 0 if summary.complete and intake.pieces else 2


def _sum_up(summary: Summary, shown: Shown, seconds: float) -> None:
    shown.say(words.summary(summary.judged, summary.unchanged, summary.troubles, summary.doubts, seconds))
    if summary.differences:
        shown.say(words.differences(summary.differences))


def _reports_alone(state: State, out: Path, shown: Shown) -> int:
    from shared.grading.gradebook import NAME

    if not (out / NAME).is_file():
        raise Trouble(words.no_gradebook(out) if out.exists() else words.NO_FOLDER_NOR_BOOK)
    _write_reports(out, state.root, out.resolve().name, shown)
    return 0


def _write_reports(out: Path, root: Path, title: str, shown: Shown) -> None:
    from shared.grading import reports
    from shared.grading.gradebook import Gradebook

    with Gradebook(out) as gradebook:
        reports.write(gradebook, out, title, {lesson.slug: lesson for lesson in all_lessons(root)})
    shown.say(words.written(out / reports.PAGES / "index.html"))


def _check_places(folder: Path, out: Path) -> None:
    if not folder.is_dir():
        raise Trouble(words.not_a_folder(folder))
    if out.resolve().is_relative_to(folder.resolve()):
        raise Trouble(words.out_inside(out))
