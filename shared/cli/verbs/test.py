"""`test`: the workbook's own tests. `workbook.py` runs them itself, because they need more packages than a lesson."""

from __future__ import annotations

import click

from shared.cli.verb import Argument, Verb
from shared.messages import cli as words


@click.command(cls=Verb, place=108, takes_all=True, help=words.TEST)
@click.argument("arguments", cls=Argument, nargs=-1, metavar=words.PYTEST, help=words.TEST_ARGUMENTS)
def command(arguments: tuple[str, ...]) -> int:
    """Run the suite."""
    from shared.cli.test_suite import main

    return main(list(arguments))
