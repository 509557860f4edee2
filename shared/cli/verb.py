"""What all verbs share: a command with Korean help, and parameters that explain themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from shared.cli.help import help_of, help_option
from shared.cli.state import Trouble
from shared.messages import cli as words

Function = TypeVar("Function", bound=Callable[..., Any])


class Argument(click.Argument):
    """An argument with a line of help, which click has for options only."""

    def __init__(self, *args: Any, help: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.help = help


class Verb(click.Command):
    """A verb. `place` orders the verbs in the help: those that come first in a learner's day have low numbers."""

    def __init__(self, *args: Any, place: int, takes_all: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.context_settings = {"allow_extra_args": True, "ignore_unknown_options": takes_all}
        self.place = place

    def invoke(self, ctx: click.Context) -> Any:
        if ctx.args:  # click's own sentence for these is in English
            raise Trouble(words.too_much(ctx.args))
        return super().invoke(ctx)

    def get_help_option(self, ctx: click.Context) -> click.Option:
        return help_option()

    def get_help(self, ctx: click.Context) -> str:
        return help_of(self, ctx)


class Whole(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.5
    """A whole number."""

    name = words.NUMBER

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return int(value)
        except ValueError:
            self.fail(words.NOT_A_NUMBER, param, ctx)


class Seconds(click.ParamType):  # type: ignore[type-arg]
    """A time limit."""

    name = words.NUMBER

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        try:
            seconds = float(value)
        except ValueError:
            seconds = 0.0
        if not 0 < seconds <= 3600:
            self.fail(words.NOT_SECONDS, param, ctx)
        return seconds


plain = click.option("--plain", is_flag=True, help=words.PLAIN)
"""The option that every verb has."""


def lesson(help: str) -> Callable[[Function], Function]:
    """The argument that names a lesson, and may be left out."""
    return click.argument("lesson", cls=Argument, required=False, metavar=words.LESSON, help=help)
