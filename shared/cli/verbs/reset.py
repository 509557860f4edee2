"""`reset`: the starter again, with the way back named."""

from __future__ import annotations

import click

from shared.cli.going import go, required_lesson
from shared.cli.state import State
from shared.cli.verb import Verb, plain
from shared.cli.writer import Writer
from shared.lessons import find
from shared.messages import progress as words


@click.command(cls=Verb, place=34, help=words.RESET)
@required_lesson
@plain
@click.pass_obj
def command(state: State, /, lesson: str, plain: bool) -> int:
    """Bring the lesson's files back to what was handed out."""
    from shared.progress import reset

    chosen = find(lesson, state.root)
    writer = Writer(state.screen(plain))
    go(writer, lambda: reset(chosen), lambda went: words.RESET_DONE)
    writer.hanging(f"{words.TAKE_BACK}: ", words.command("undo", chosen.number))
    return 0
