"""`hint`: one rung of help at a time."""

from __future__ import annotations

import sys

import click

from shared.cli.state import State, Trouble
from shared.cli.verb import Argument, Verb, Whole, lesson, plain
from shared.cli.writer import BOLD, Writer
from shared.lessons import Lesson, find
from shared.messages import cli as words
from shared.progress import NotKept, next_rung, note_rung, standing


@click.command(cls=Verb, place=30, help=words.HINT)
@lesson(words.CHECK_LESSON)
@click.argument("task", cls=Argument, required=False, type=Whole(), metavar=words.TASK, help=words.HINT_TASK)
@plain
@click.pass_obj
def command(state: State, /, lesson: str | None, task: int | None, plain: bool) -> int:
    """Show the next rung for the task, or for the first task that has not passed."""
    standing_now = standing(find(lesson, state.root)) if lesson is not None else state.unfinished()
    writer = Writer(state.screen(plain))
    if standing_now is None:
        writer.prose(words.ALL_FINISHED if state.standings() else words.NO_LESSONS)
        return 0
    chosen = standing_now.lesson
    if task is None:
        if standing_now.next_task is None and chosen.tasks:
            writer.prose(words.nothing_to_hint(chosen.number, chosen.tasks[0].number))
            return 0
        task = standing_now.next_task.number if standing_now.next_task else 0
    return show(writer, chosen, task)


def show(writer: Writer, lesson: Lesson, number: int, more: str = "", last: str = words.NO_HINTS_LEFT) -> int:
    """Show the next rung for a task, and count it. `more` says how to see the one after, by default with
    this verb; `last` that there is none.

    Raises:
        Trouble: there is no such task, or no hint for it.
    """
    from shared.cli.markdown import render  # importing a Markdown parser takes longer than all else here

    task = next((one for one in lesson.tasks if one.number == number), None)
    if task is None:
        raise Trouble(words.unknown_task(number, [one.number for one in lesson.tasks], lesson.number))
    rungs = lesson.hints().get(number, ())
    if not rungs:
        raise Trouble(words.no_hints(lesson.slug))
    rung, again = next_rung(lesson, number, len(rungs))
    writer.prose(f"{lesson.number}. {lesson.title}")
    writer.prose(f"{task.heading}", style=BOLD)
    if again:
        writer.prose(words.HINTS_AGAIN)
    writer.prose(words.rung(rung, len(rungs)))
    writer.gap()
    for line in render(rungs[rung - 1], writer.screen.width):
        writer.line(line)
    writer.gap()
    writer.prose(last if rung == len(rungs) else more or words.next_rung(lesson.number, number))
    _note(lesson, number, rung)
    return 0


def _note(lesson: Lesson, task: int, rung: int) -> None:
    try:
        note_rung(lesson, task, rung)
    except NotKept:
        sys.stderr.write(words.NOT_NOTED + "\n")
