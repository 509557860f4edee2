"""`check`: judge a lesson, as its check script does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from shared.cli.state import State, Trouble
from shared.cli.verb import Argument, Seconds, Verb, Whole, lesson, plain
from shared.cli.writer import Writer
from shared.lessons import Lesson, find
from shared.messages import cli as words
from shared.messages import script as script_words
from shared.progress import standing


@click.command(cls=Verb, place=20, help=words.CHECK)
@lesson(words.CHECK_LESSON)
@click.argument(
    "path",
    cls=Argument,
    required=False,
    type=click.Path(path_type=Path),
    metavar=words.SUBMISSION,
    help=script_words.PATH,
)
@click.option("--json", metavar=words.FILE, help=script_words.JSON)
@click.option("--junit", metavar=words.FILE, help=script_words.JUNIT)
@click.option("--seed", type=Whole(), help=script_words.SEED)
@plain
@click.option("--walls/--no-walls", default=None, help=script_words.WALLS)
@click.option("--step-seconds", type=Seconds(), help=script_words.STEP)
@click.option("--submission-seconds", type=Seconds(), help=script_words.SUBMISSION)
@click.pass_obj
def command(state: State, /, lesson: str | None, plain: bool, **typed: Any) -> int:
    """Check the lesson that was named, or the first unfinished one."""
    if lesson is not None:
        chosen = find(lesson, state.root)
    elif (first := state.unfinished()) is not None:
        chosen = first.lesson
    else:
        return _nothing_to_check(state, plain)
    if not chosen.check.is_file():
        raise Trouble(words.no_check(chosen.slug))

    from shared.checking.script import Options, run
    from shared.checking.session import load_check

    given = {name: value for name, value in typed.items() if value is not None}
    code = run(load_check(chosen), Options(plain=plain or state.plain, **given))
    if typed["path"] is None and "-" not in (typed["json"], typed["junit"]):
        _go_on(state, Writer(state.screen(plain)), chosen, code)
    return code


def _go_on(state: State, writer: Writer, lesson: Lesson, code: int) -> None:
    """Below the report of the learner's own folder: help with what failed, or the lesson that follows."""
    if code == 0:
        following = state.unfinished()
        title = words.next_to_do(following.lesson.number, following.lesson.title) if following else words.ALL_FINISHED
        writer.prose(title)
    elif code == 1:
        task = standing(lesson).next_task
        if task is not None and lesson.hints().get(task.number):
            writer.prose(f"{words.HINT_IT}: {words.hint_command(lesson.number, task.number)}")


def _nothing_to_check(state: State, plain: bool) -> int:
    writer = Writer(state.screen(plain))
    standings = state.standings()
    writer.prose(words.ALL_FINISHED if standings else words.NO_LESSONS)
    if not standings:
        return 2
    writer.prose(words.check_again(standings[-1].lesson.number))
    return 0
