"""Running one command line: whatever is typed ends with an exit code and, at worst, a Korean sentence."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from shared import console
from shared.cli.state import State, Trouble
from shared.cli.workbook import workbook
from shared.lessons import ROOT, LessonError
from shared.messages import cli as words
from shared.report.layout import wrap

INTERRUPTED = 130
"""What shells give for Ctrl+C."""


def main(arguments: Sequence[str], root: Path = ROOT) -> int:
    """Run a command on the workbook in `root`. Returns the exit code; 2 where the command makes no sense."""
    console.prepare()
    try:
        code = workbook.main(list(arguments), prog_name=words.PROGRAM, standalone_mode=False, obj=State(root))
        return code if isinstance(code, int) else 0
    except (Trouble, LessonError) as trouble:
        return _refuse(trouble.message)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else words.PROGRAM
        return _refuse(f"{sentence(error)}\n{words.try_help(command)}")
    except (click.Abort, KeyboardInterrupt):
        sys.stderr.write(f"\n{words.STOPPED}\n")
        return INTERRUPTED
    except Exception:  # ours: whoever helps needs the traceback, the learner the sentence
        _refuse(words.UNEXPECTED)
        sys.stderr.write(traceback.format_exc())
        return 2


def sentence(error: click.UsageError) -> str:
    """What click found wrong, in Korean."""
    if isinstance(error, click.NoSuchOption):
        return words.unknown_option(error.option_name, error.possibilities or ())
    if isinstance(error, click.BadOptionUsage):
        return words.option_misused(error.option_name)
    if isinstance(error, click.MissingParameter):
        return words.value_missing(_name(error.param))
    if isinstance(error, click.BadParameter):
        return f"{_name(error.param)}: {error.message}"
    return words.NOT_UNDERSTOOD


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return words.ARGUMENTS
    return parameter.opts[0] if isinstance(parameter, click.Option) else parameter.metavar or parameter.opts[0]


def _refuse(text: str) -> int:
    sys.stdout.flush()
    sys.stderr.write("\n".join(wrap(text, console.prepare().width)) + "\n")
    return 2
