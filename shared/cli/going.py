"""What `reset`, `undo` and the watch loop share: going to another state of the files, and saying what was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from shared.cli.state import Trouble
from shared.cli.verb import Argument
from shared.cli.writer import BOLD, Writer
from shared.messages import cli as cli_words
from shared.messages import progress as words

if TYPE_CHECKING:
    from shared.progress import Went

required_lesson = click.argument("lesson", cls=Argument, metavar=cli_words.LESSON, help=words.LESSON)
"""A lesson that has to be named, because its files will be exchanged."""


def go(writer: Writer, way: Callable[[], Went], done: Callable[[Went], str]) -> Went:
    """Go, and say what was done.

    Raises:
        Trouble: nobody went anywhere, or not all the way; with the reason.
    """
    from shared.progress import NotKept, NoWay

    try:
        went = way()
    except NoWay as refused:
        raise Trouble(refused.message) from refused
    except NotKept as refused:
        raise Trouble(words.stayed(refused.message)) from refused
    except OSError as error:
        raise Trouble(words.cannot_write(error.strerror or str(error))) from error
    writer.prose(done(went), style=BOLD)
    for label, names in ((words.MOVED, went.moved.written), (words.REMOVED, went.moved.removed)):
        if names:
            writer.hanging(f"  {label}: ", words.files(names))
    return went
