"""`browser`: make ready for tasks that need one. Before it runs, `workbook.py` installs the package that drives it."""

from __future__ import annotations

import click

from shared.cli.state import State, Trouble
from shared.cli.verb import Verb, plain
from shared.cli.writer import BOLD, Writer
from shared.messages import browser as words


@click.command(cls=Verb, place=45, help=words.HELP)
@plain
@click.pass_obj
def command(state: State, /, plain: bool) -> int:
    """Say which browser was found, after it was started once. 0 where it can be used, else 2."""
    from shared.lessons.local_copies import LOCAL_COPIES, local_copy
    from shared.probes.browser import version
    from shared.probes.browser_program import can_be_driven, find
    from shared.probes.mismatch import Skip

    if not can_be_driven():  # as in an environment that somebody else made
        raise Trouble(words.NOT_DRIVEN)
    program = find()
    if program is None:
        raise Trouble(words.MISSING)
    try:
        found = version()
    except Skip as failure:
        raise Trouble(words.NOT_STARTED.format(program=program)) from failure
    writer = Writer(state.screen(plain))
    writer.prose(words.FOUND.format(program=program, version=found))
    complete = all(local_copy(name, state.root) for name in LOCAL_COPIES)
    writer.prose(words.READY if complete else words.WITHOUT_COPY, style=BOLD)
    return 0
