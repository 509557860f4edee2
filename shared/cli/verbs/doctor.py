"""`doctor`: look at this computer and say what to do."""

from __future__ import annotations

import click

from shared.cli.state import State
from shared.cli.verb import Verb, plain
from shared.cli.writer import BOLD, GREEN, RED, Writer
from shared.messages import cli as cli_words
from shared.messages import doctor as words
from shared.report.layout import cells, pad

_STATUS_WIDTH = max(cells(words.FINE), cells(words.TROUBLE))


@click.command(cls=Verb, place=40, help=cli_words.DOCTOR)
@plain
@click.pass_obj
def command(state: State, /, plain: bool) -> int:
    """Show each finding as it comes. 0 where nothing keeps the workbook from being used, else 2."""
    from shared.doctor import Finding, examine

    writer = Writer(state.screen(plain))
    writer.prose(words.TITLE)
    writer.gap()
    findings: list[Finding] = []
    for found in examine(state.root):
        findings.append(found)
        status = words.FINE if found.fine else words.TROUBLE
        style = GREEN if found.fine else RED
        writer.hanging(f"{pad(status, _STATUS_WIDTH)}  ", f"{found.what}: {found.detail}", style=style)
        if found.to_do is not None:
            writer.prose(f"{words.TO_DO}: {found.to_do}", indent=_STATUS_WIDTH + 2)
    writer.gap()
    blocking = [found.what for found in findings if found.blocks]
    writer.prose(words.summary(blocking, sum(not found.fine for found in findings)), style=BOLD)
    return 2 if blocking else 0
