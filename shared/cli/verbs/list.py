"""`list`: the lessons, how far each is, and the next thing to do."""

from __future__ import annotations

import click

from shared.cli.state import State
from shared.cli.verb import Verb, plain
from shared.cli.writer import BLUE, BOLD, GREEN, Writer
from shared.messages import cli as words
from shared.progress import Standing
from shared.report.layout import cells, pad


@click.command(cls=Verb, place=10, help=words.LIST)
@plain
@click.pass_obj
def command(state: State, /, plain: bool) -> int:
    """Show them."""
    writer = Writer(state.screen(plain))
    standings = state.standings()
    if not standings:
        writer.prose(words.NO_LESSONS)
        return 2
    writer.prose(words.overview(sum(one.finished for one in standings), len(standings)), style=BOLD)
    writer.gap()
    show_table(writer, standings)
    writer.gap()
    show_next(writer, next((one for one in standings if not one.finished), None))
    return 0


def show_table(writer: Writer, standings: list[Standing]) -> None:
    """The lessons, one below the other."""
    titles = max(cells(one.lesson.title) for one in standings)
    states = max(cells(_state(one)) for one in standings)
    beside = 2 + 4 + titles + 2 + 7 + states <= writer.screen.width
    for one in standings:
        count = f"{one.passed}/{one.total}"
        style = GREEN if one.finished else BLUE if one.verdict else ""
        how_far = writer.painted(f"{count:>5}  {_state(one)}", style)
        if beside:
            title = writer.painted(f"  {one.lesson.number}  {pad(one.lesson.title, titles)}  ", "")
            writer.raw(title + how_far)
        else:
            writer.hanging(f"  {one.lesson.number}  ", one.lesson.title)
            writer.raw("    " + how_far)


def _state(one: Standing) -> str:
    return words.state(one.verdict is not None, one.finished, one.changed)


def show_next(writer: Writer, one: Standing | None, *, commands: bool = True) -> None:
    """What to do now, and with which files; with `commands`, what to type for it as well."""
    if one is None:
        writer.prose(words.ALL_FINISHED, style=BOLD)
        return
    lesson, task = one.lesson, one.next_task
    started = one.verdict is not None and task is not None
    writer.prose(words.next_to_do(lesson.number, task.heading if started and task else lesson.title), style=BOLD)
    if started:
        writer.hanging(f"  {words.EDIT}: ", f"lessons/{lesson.slug}")
    else:
        writer.hanging(f"  {words.READ}: ", f"lessons/{lesson.slug}/README.md")
    if not commands:
        return
    writer.hanging(f"  {words.CHECK_IT}: ", words.check_command(lesson.number))
    if task:
        writer.hanging(f"  {words.HINT_IT}: ", words.hint_command(lesson.number, task.number))
