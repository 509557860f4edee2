"""`help`: what many type before they know of `--help`."""

from __future__ import annotations

import sys

import click

from shared.cli.verb import Verb
from shared.messages import cli as words


@click.command(cls=Verb, place=190, help=words.HELP, hidden=True)
@click.pass_context
def command(context: click.Context) -> int:
    """Show the help of the command above."""
    assert context.parent is not None
    sys.stdout.write(context.parent.get_help() + "\n")
    return 0
