"""`solution`: how it can be done, for somebody who has done it."""

from __future__ import annotations

import click

from shared.cli.solutions import coloured, may_be_seen, solution_of
from shared.cli.state import State, Trouble
from shared.cli.verb import Argument, Verb, plain
from shared.cli.writer import BOLD, Writer
from shared.lessons import find
from shared.messages import cli as cli_words
from shared.messages import progress as words


@click.command(cls=Verb, place=38, help=words.SOLUTION)
@click.argument("lesson", cls=Argument, metavar=cli_words.LESSON, help=words.LESSON)
@click.option("--anyway", is_flag=True, help=words.ANYWAY)
@plain
@click.pass_obj
def command(state: State, /, lesson: str, anyway: bool, plain: bool) -> int:
    """Show its files, whole."""
    chosen = find(lesson, state.root)
    if not anyway and not may_be_seen(chosen):
        raise Trouble(words.NOT_YET)
    writer = Writer(state.screen(plain))
    for name, content in solution_of(chosen).items():
        writer.gap()
        writer.line(f"solutions/{chosen.slug}/{name}", BOLD)
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            writer.prose(words.NOT_TEXT)
            continue
        for line in coloured(name, text) if writer.screen.colour else text.splitlines():
            writer.raw(line)
    return 0
