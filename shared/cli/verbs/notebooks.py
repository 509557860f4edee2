"""`notebooks`: all notebooks built anew, or run."""

from __future__ import annotations

import time

import click

from shared.cli.state import State, Trouble
from shared.cli.verb import Argument, Verb, plain
from shared.cli.writer import BOLD, GREEN, RED, Writer
from shared.lessons import all_lessons
from shared.messages import notebooks as words


@click.command(cls=Verb, place=102, help=words.VERB_NOTEBOOKS)
@click.argument("action", cls=Argument, metavar=words.ACTION, help=words.ACTION_HELP)
@click.option("--check", "only_check", is_flag=True, help=words.CHECK_HELP)
@plain
@click.pass_obj
def command(state: State, /, action: str, only_check: bool, plain: bool) -> int:
    """Build, compare or run. 1 where something is stale or does not run."""
    writer = Writer(state.screen(plain))
    if action == "build":
        return _check(state, writer) if only_check else _build(state, writer)
    if action == "run":
        return _run(state, writer)
    raise Trouble(words.UNKNOWN_ACTION.format(action=action))


def _build(state: State, writer: Writer) -> int:
    from shared.notebooks.building import write
    from shared.notebooks.keeping import put_aside

    for lesson in all_lessons(state.root):
        aside = put_aside(lesson.notebook)
        if aside is not None:
            writer.prose(words.PUT_ASIDE.format(path=aside.relative_to(state.root).as_posix()))
        writer.line(words.BUILT.format(path=write(lesson).relative_to(state.root).as_posix()))
    return 0


def _check(state: State, writer: Writer) -> int:
    from shared.notebooks.building import is_stale

    lessons = all_lessons(state.root)
    stale = [lesson for lesson in lessons if is_stale(lesson)]
    for lesson in stale:
        writer.prose(words.STALE.format(path=lesson.notebook.relative_to(state.root).as_posix()))
    if not stale:
        writer.prose(words.FRESH.format(count=len(lessons)))
    return 1 if stale else 0


def _run(state: State, writer: Writer) -> int:
    from rich.console import Console
    from rich.progress import track

    from shared.notebooks.running import run_all

    lessons = all_lessons(state.root)
    began = time.monotonic()
    failed = 0
    bar = Console(stderr=True)
    total = 2 * len(lessons)
    quiet = not bar.is_terminal
    for one in track(run_all(lessons), words.RUNNING, total=total, console=bar, transient=True, disable=quiet):
        about = {"lesson": one.lesson.slug, "how": one.how}
        if one.trouble is None:
            writer.line(words.RAN_FINE.format(seconds=one.ran.seconds, **about), GREEN)
            continue
        failed += 1
        writer.line(words.CELL_FAILED.format(cell=one.trouble.cell, **about), RED)
        for line in (*one.trouble.source.splitlines(), "", *one.trouble.text.splitlines()):
            writer.line(f"    {line}")
    seconds = time.monotonic() - began
    writer.prose(words.ALL_RAN.format(count=len(lessons), failed=failed, seconds=seconds), style=BOLD)
    return 1 if failed else 0
