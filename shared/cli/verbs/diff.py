"""`diff`: the learner's files beside an earlier state of them, or beside the solution."""

from __future__ import annotations

from collections.abc import Mapping

import click

from shared.cli.solutions import may_be_seen, solution_of
from shared.cli.state import State, Trouble
from shared.cli.verb import Argument, Verb, Whole, plain
from shared.cli.writer import BLUE, BOLD, GREEN, RED, Writer
from shared.lessons import Lesson, find
from shared.messages import cli as cli_words
from shared.messages import progress as words
from shared.progress import history, last_passing, present, state_at


@click.command(cls=Verb, place=37, help=words.DIFF)
@click.argument("lesson", cls=Argument, metavar=cli_words.LESSON, help=words.LESSON)
@click.option("--to", type=Whole(), help=words.DIFF_TO)
@click.option("--solution", is_flag=True, help=words.DIFF_SOLUTION)
@click.option("--anyway", is_flag=True, help=words.ANYWAY)
@plain
@click.pass_obj
def command(state: State, /, lesson: str, to: int | None, solution: bool, anyway: bool, plain: bool) -> int:
    """Show the lines that differ. 0 whether there are any or not."""
    chosen = find(lesson, state.root)
    writer = Writer(state.screen(plain))
    title, other = _other(chosen, to, solution, anyway)
    mine = present(chosen)
    writer.prose(title, style=BOLD)
    names = sorted(name for name in {*other, *mine} if other.get(name) != mine.get(name))
    if not names:
        writer.prose(words.SAME)
        return 0
    writer.prose(words.LEGEND)
    for name in names:
        _file(writer, name, other, mine)
    return 0


def _other(lesson: Lesson, to: int | None, solution: bool, anyway: bool) -> tuple[str, Mapping[str, bytes]]:
    if solution:
        if not anyway and not may_be_seen(lesson):
            raise Trouble(words.NOT_YET)
        return words.WITH_SOLUTION, solution_of(lesson)
    if to is not None:
        state = state_at(lesson, to)
        if state is None:
            raise Trouble(words.no_such_moment(to, len(history(lesson))))
        return words.with_moment(to), state
    passing = last_passing(lesson)
    if passing is None:
        raise Trouble(words.NEVER_PASSED)
    return words.WITH_PASSING, passing


def _file(writer: Writer, name: str, other: Mapping[str, bytes], mine: Mapping[str, bytes]) -> None:
    from difflib import unified_diff

    writer.gap()
    writer.line(name, BOLD)
    try:
        before, after = (files.get(name, b"").decode("utf-8").splitlines() for files in (other, mine))
    except UnicodeDecodeError:
        writer.prose(words.NOT_TEXT, indent=2)
        return
    for line in list(unified_diff(before, after, lineterm=""))[2:]:
        if line.startswith("@@"):
            writer.line(words.from_line(int(line.split("+")[1].split(",")[0].split(" ")[0])), BLUE)
        else:
            writer.line(line, {"+": GREEN, "-": RED}.get(line[0], ""))
