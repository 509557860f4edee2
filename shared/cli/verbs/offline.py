"""`offline`: the Socket.IO client for a classroom without the Internet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from shared.cli.state import State
from shared.cli.verb import Verb, plain
from shared.cli.writer import BOLD, RED, Writer
from shared.messages import offline as words


@click.command(cls=Verb, place=46, help=words.HELP)
@plain
@click.pass_obj
def command(state: State, /, plain: bool) -> int:
    """Put the script wherever a page asks for it. 0 where it stands in all places, else 2."""
    from shared.lessons.client_script import VERSION, NotHad
    from shared.lessons.local_copies import NotWritten, lay, places

    writer = Writer(state.screen(plain))
    writer.prose(words.title(VERSION), style=BOLD)
    wanted = places(state.root)
    if not wanted:
        writer.prose(words.NO_PAGE)
        return 0
    try:
        laid = lay(state.root)
    except NotHad as missing:
        writer.prose(words.NOT_HAD, style=RED)
        for source, sentence in missing.reasons:
            writer.hanging(f"  {source}: ", sentence)
        writer.prose(f"{words.PLACES}:")
        _show(writer, state.root, wanted)
        writer.prose(words.WHAT_NEXT)
        return 2
    except NotWritten as failed:
        writer.prose(words.cannot_write(_name(state.root, failed.path), failed.reason), style=RED)
        return 2
    if laid.added or laid.replaced:
        writer.hanging(f"{words.FROM}: ", laid.source or words.COPIED)
    for heading, paths in ((words.LAID, laid.added), (words.REPLACED, laid.replaced), (words.KEPT, laid.kept)):
        if paths:
            writer.prose(f"{heading}:")
            _show(writer, state.root, paths)
    writer.prose(words.READY if laid.added or laid.replaced else words.ALREADY)
    return 0


def _show(writer: Writer, root: Path, paths: Iterable[Path]) -> None:
    for path in paths:
        writer.line(f"  {_name(root, path)}")


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
