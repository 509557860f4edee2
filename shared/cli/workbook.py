"""The command above the verbs."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import click

from shared.cli.help import help_of, help_option
from shared.cli.state import State, Trouble
from shared.cli.verb import Verb
from shared.messages import cli as words
from shared.messages import watching as watching_words

GROUP = 50
"""Places of verbs below 50 are for learners, from 50 for teachers, from 100 for makers: see `words.GROUPS`."""

_VERBS = Path(__file__).with_name("verbs")
DEFAULT = "list"
"""What is done where no verb was typed and nobody sits before a terminal."""


class Workbook(click.Group):
    """Finds a verb by the name of its file and imports no other, because every start pays for imports."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self._names(), key=lambda name: (self._verb(name).place, name))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return self._verb(cmd_name) if cmd_name in self._names() else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        command = self.get_command(ctx, args[0])
        if command is None:
            verbs = self.list_commands(ctx)
            raise Trouble(words.unknown_verb(args[0], get_close_matches(args[0].lower(), verbs, cutoff=0.5), verbs))
        return args[0], command, args[1:]

    def get_help_option(self, ctx: click.Context) -> click.Option:
        return help_option()

    def get_help(self, ctx: click.Context) -> str:
        verbs = [(name, self._verb(name)) for name in self.list_commands(ctx)]
        shown = [(name, verb) for name, verb in verbs if not verb.hidden]
        groups = {
            heading: [(name, verb.help or "") for name, verb in shown if first <= verb.place < first + GROUP]
            for first, heading in words.GROUPS.items()
        }
        return help_of(self, ctx, groups)

    def _names(self) -> set[str]:
        return {file.stem for file in _VERBS.glob("[!_]*.py")}

    def _verb(self, name: str) -> Verb:
        return cast(Verb, import_module(f"shared.cli.verbs.{name}").command)


@click.group(
    cls=Workbook,
    invoke_without_command=True,
    no_args_is_help=False,
    help=words.WORKBOOK,
)
@click.option("--no-browser", is_flag=True, help=watching_words.NO_BROWSER)
@click.option("--plain", is_flag=True, help=words.PLAIN)
@click.pass_context
def workbook(context: click.Context, no_browser: bool, plain: bool) -> Any:
    """Without a verb: the watch loop; where there is no terminal, the list."""
    state = context.find_object(State)
    assert state is not None
    state.plain = plain
    if context.invoked_subcommand is None:
        if _somebody_sits_here():
            from shared.cli.watch import watch

            return watch(state, browser=not no_browser)
        command = workbook.get_command(context, DEFAULT)
        assert command is not None
        return context.invoke(command)
    return 0


def _somebody_sits_here() -> bool:
    return all(stream is not None and not stream.closed and stream.isatty() for stream in (sys.stdin, sys.stdout))
