"""`new`: a lesson with all its parts, for somebody who makes one."""

from __future__ import annotations

import click

from shared.cli.state import State, Trouble
from shared.cli.verb import Argument, Verb, plain
from shared.cli.writer import BOLD, Writer
from shared.messages import scaffolding as words


@click.command(cls=Verb, place=106, help=words.HELP)
@click.argument("slug", cls=Argument, metavar=words.SLUG, help=words.SLUG_HELP)
@click.option("--title", metavar="TEXT", help=words.TITLE_HELP)
@plain
@click.pass_obj
def command(state: State, /, slug: str, title: str | None, plain: bool) -> int:
    """Write the parts and name the commands that follow."""
    from shared.scaffolding import LessonExists, NotASlug, scaffold

    try:
        made = scaffold(slug, title or slug[3:].replace("_", " "), state.root)
    except (NotASlug, LessonExists) as refused:
        raise Trouble(refused.message) from refused
    writer = Writer(state.screen(plain))
    writer.prose(words.MADE, style=BOLD)
    for path in made:
        writer.line(f"  {path.relative_to(state.root).as_posix()}")
    writer.prose(words.NEXT, style=BOLD)
    for line in words.next_steps(slug[:2]):
        writer.line(f"  {line}")
    return 0
