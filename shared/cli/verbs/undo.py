"""`undo`: the state before, step by step."""

from __future__ import annotations

import click

from shared.cli.going import go, required_lesson
from shared.cli.state import State
from shared.cli.verb import Verb, Whole, plain
from shared.cli.writer import Writer
from shared.lessons import find
from shared.messages import progress as words


@click.command(cls=Verb, place=32, help=words.UNDO)
@required_lesson
@click.option("--redo", is_flag=True, help=words.REDO)
@click.option("--to", type=Whole(), help=words.UNDO_TO)
@plain
@click.pass_obj
def command(state: State, /, lesson: str, redo: bool, to: int | None, plain: bool) -> int:
    """Go one step back or, with `--redo`, one forward again, or to a number of the history."""
    from shared.progress import undo

    chosen = find(lesson, state.root)
    writer = Writer(state.screen(plain))
    went = go(writer, lambda: undo(chosen, to=to, redo=redo), lambda went: words.undone(went.number))
    if went.number > 1:
        writer.hanging(f"{words.FURTHER}: ", words.command("undo", chosen.number))
    if to is None and not redo:
        writer.hanging(f"{words.REDO_IT}: ", words.command("undo", chosen.number, "--redo"))
    return 0
