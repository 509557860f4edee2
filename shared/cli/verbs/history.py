"""`history`: every state of a lesson's files that is kept."""

from __future__ import annotations

import click

from shared.cli.state import State
from shared.cli.verb import Argument, Verb, plain
from shared.cli.writer import BOLD, GREEN, Writer
from shared.lessons import find
from shared.messages import cli as cli_words
from shared.messages import progress as words
from shared.progress import Moment, history
from shared.report.layout import cells, pad

SHOWN = 20


@click.command(cls=Verb, place=36, help=words.HISTORY)
@click.argument("lesson", cls=Argument, metavar=cli_words.LESSON, help=words.LESSON)
@click.option("--all", "everything", is_flag=True, help=words.ALL)
@plain
@click.pass_obj
def command(state: State, /, lesson: str, everything: bool, plain: bool) -> int:
    """Show them, the newest last."""
    chosen = find(lesson, state.root)
    writer = Writer(state.screen(plain))
    writer.prose(f"{chosen.number}. {chosen.title}", style=BOLD)
    moments = history(chosen)
    if not moments:
        writer.prose(words.NO_HISTORY)
        return 0
    shown = moments if everything else moments[-SHOWN:]
    if len(shown) < len(moments):
        writer.prose(words.earlier(len(moments) - len(shown)))
    writer.gap()
    for moment in shown:
        _line(writer, moment)
    writer.gap()
    number = chosen.number
    writer.hanging(f"{words.GO_THERE}: ", words.command("undo", number, f"--to {shown[0].number}"))
    writer.hanging(f"{words.COMPARE}: ", words.command("diff", number, f"--to {shown[0].number}"))
    return 0


def _line(writer: Writer, moment: Moment) -> None:
    when = words.day_and_time(moment.at)
    if moment.why == "starter":  # its time is that of the first check, which says nothing
        when = pad(words.STARTER, cells(when))
    result = {"starter": "", "reset": words.WAS_RESET, "kept": words.KEPT, "judged": words.UNJUDGED}[moment.why]
    if moment.passed is not None and moment.possible is not None and moment.outcome != "unjudged":
        result = words.points(moment.passed, moment.possible)
    here = f"  <- {words.HERE}" if moment.here else ""
    mark = "*" if moment.here else " "
    style = GREEN if moment.outcome == "pass" else ""
    writer.raw(f"{mark}{moment.number:>4}  {when}  " + writer.painted(f"{result}{here}", style))
