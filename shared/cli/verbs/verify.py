"""`verify`: the author's lint."""

from __future__ import annotations

import click

from shared.cli.state import State, Trouble
from shared.cli.verb import Verb, lesson, plain
from shared.cli.writer import BOLD, GREEN, RED, Writer
from shared.lessons import all_lessons, find
from shared.messages import cli as cli_words
from shared.messages import verifying as words


@click.command(cls=Verb, place=100, help=cli_words.VERIFY)
@lesson(cli_words.VERIFY_LESSON)
@plain
@click.pass_obj
def command(state: State, /, lesson: str | None, plain: bool) -> int:
    """Show what is to be mended in the lesson that was named, or in all. 1 where there is anything."""
    lessons = [find(lesson, state.root)] if lesson is not None else list(all_lessons(state.root))
    if not lessons:
        raise Trouble(cli_words.NO_LESSONS)

    from rich.console import Console
    from rich.progress import track

    from shared.verifying import verify_all

    writer = Writer(state.screen(plain))
    count = 0
    # On standard error, and only for somebody who watches: the findings are for editors and pipes too.
    bar = Console(stderr=True)
    found = verify_all(lessons, state.root)
    quiet = plain or not bar.is_terminal or len(lessons) == 1
    for one, findings in track(found, words.PROGRESS, total=len(lessons), console=bar, transient=True, disable=quiet):
        count += len(findings)
        writer.line(words.lesson(one.slug, len(findings)), RED if findings else GREEN)
        for finding in findings:
            writer.line(finding.text(state.root))  # never wrapped: editors make links of file:line
    writer.prose(words.summary(len(lessons), count), style=BOLD)
    return 1 if count else 0
