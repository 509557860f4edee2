"""Help in Korean, in columns that count a Hangul syllable as two."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping

import click

from shared import console
from shared.messages import cli as words
from shared.report.layout import cells, pad, wrap

_WIDEST_NAME = 34
_NARROWEST_TEXT = 24
"""Where less room is left beside the names, each text stands below its name."""


def help_of(
    command: click.Command, context: click.Context, verbs: Mapping[str, Iterable[tuple[str, str]]] | None = None
) -> str:
    """The whole help of a command. `verbs` are the names and texts of what stands below it, by their headings."""
    width = console.prepare().width
    arguments = [parameter for parameter in command.params if isinstance(parameter, click.Argument)]
    options = [parameter for parameter in command.get_params(context) if isinstance(parameter, click.Option)]
    names = [f"[{_name(argument)}]" if not argument.required else _name(argument) for argument in arguments]
    usage = [context.command_path, *([f"[{words.ONE_VERB}]"] if verbs else names), f"[{words.OPTIONS}]"]
    lines = [*wrap(f"{words.USAGE}: {' '.join(usage)}", width), "", *wrap(command.help or "", width)]
    for heading, rows in (verbs or {}).items():
        lines += _section(heading, list(rows), width)
    lines += _section(words.ARGUMENTS, [(_name(one), getattr(one, "help", "")) for one in arguments], width)
    lines += _section(words.OPTIONS, [(_spelling(option), option.help or "") for option in options], width)
    if verbs:
        lines += ["", *wrap(words.MORE_HELP, width)]
    return "\n".join(lines)


def help_option() -> click.Option:
    """`--help`, explained in Korean and printed where everything else is."""

    def show(context: click.Context, _: click.Parameter, wanted: bool) -> None:
        if wanted and not context.resilient_parsing:
            sys.stdout.write(context.get_help() + "\n")
            context.exit()

    return click.Option(
        ["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, callback=show, help=words.HELP
    )


def _section(title: str, rows: list[tuple[str, str]], width: int) -> list[str]:
    if not rows:
        return []
    lines = ["", title]
    at = 2 + min(max(cells(name) for name, _ in rows), _WIDEST_NAME) + 2
    for name, text in rows:
        if width - at < _NARROWEST_TEXT or cells(name) > at - 4:
            lines += [f"  {name}", *(f"      {line}" for line in wrap(text, width - 6))]
            continue
        first, *rest = wrap(text, width - at)
        lines += [f"  {pad(name, at - 4)}  {first}", *(" " * at + line for line in rest)]
    return lines


def _name(argument: click.Parameter) -> str:
    return (argument.metavar or argument.name or "") + ("..." if argument.nargs == -1 else "")


def _spelling(option: click.Option) -> str:
    names = ", ".join(option.opts) + "".join(f"/{name}" for name in option.secondary_opts)
    return names if option.is_flag else f"{names} {option.metavar or option.type.name}"
