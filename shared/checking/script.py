"""The command line of a check script: `python checks/04_routing.py [PATH] [--json FILE|-] ...`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from shared import console
from shared.checking.check import Check
from shared.messages import script as words
from shared.verdict import Verdict, to_json
from shared.worker.limits import Limits
from shared.worker.worker import FLASK, Worker

DETAILS = Path(__file__).resolve().parents[2] / ".workbook" / "details"
"""Where values go that are too long for the screen."""


@dataclass(frozen=True)
class Options:
    """What a check script was asked to do."""

    path: Path | None = None
    json: str | None = None
    junit: str | None = None
    html: str | None = None
    seed: int | None = None
    plain: bool = False
    walls: bool | None = None
    step_seconds: float = Limits.step_seconds
    submission_seconds: float = Limits.submission_seconds


INTERRUPTED = 130
"""Exit code of a program that Ctrl+C has ended: 128 and the number of the signal."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        said = words.bad_argument(message)
        sys.stderr.write(words.BAD_ARGUMENTS.format(message=f": {said}" if said else "", program=self.prog))
        raise SystemExit(2)


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, words.USAGE if prefix is None else prefix)


def main(check: Check, arguments: Sequence[str] | None = None) -> int:
    """Judge and show. Returns the exit code: 0 all pass, 1 something fails, 2 not judged, 130 after Ctrl+C."""
    console.prepare()  # the words of the parser may need it already
    try:
        return run(check, parse(arguments, check.file.stem))
    except KeyboardInterrupt:
        sys.stderr.write(words.INTERRUPTED)
        return INTERRUPTED


def run(check: Check, options: Options) -> int:
    """Judge what `options` name and show the verdict in the forms they name."""
    limits = Limits(step_seconds=options.step_seconds, submission_seconds=options.submission_seconds)
    path = options.path or check.folder
    own = path.resolve() == check.folder
    walls = options.walls if options.walls is not None else not own
    worker = Worker(walled=walls, preload=FLASK, limits=limits)
    try:
        # Imported only now, while the worker gets ready on another core.
        from shared import progress
        from shared.checking.session import judge_path
        from shared.report import terminal

        screen = console.prepare(plain=options.plain)
        files = None
        if own:
            progress.get_ready()
            # Taken before: files saved meanwhile then count as changed since, and not as judged.
            files = progress.present(check.lesson)
        verdict = judge_path(check, path, worker=worker, seed=options.seed, walls_wanted=walls)
    finally:
        worker.close(wait=False)
    title = f"{check.lesson.number}. {check.lesson.title}"
    if options.json != "-":
        shown = terminal.render(
            verdict, lesson_title=title, colour=screen.colour, width=screen.width, details_folder=DETAILS
        )
        sys.stdout.write(shown)
    if files is not None:
        _remember(check, verdict, files)
    written = _write(options.json, lambda: to_json(verdict) + "\n")
    written &= _write(options.junit, lambda: _junit(verdict))
    written &= _write(options.html, lambda: _html(verdict, title))
    return verdict.exit_code if written else 2


def parse(arguments: Sequence[str] | None, slug: str) -> Options:
    """Read a command line. Exits with 2 and one sentence where it makes no sense."""
    parser = _Parser(
        prog=f"python checks/{slug}.py",
        description=words.DESCRIPTION,
        formatter_class=_Help,
        add_help=False,
        allow_abbrev=False,
    )
    parser.add_argument_group(words.GROUP_PATH).add_argument("path", nargs="?", type=Path, help=words.PATH)
    add = parser.add_argument_group(words.GROUP_OPTIONS).add_argument
    add("--json", metavar="FILE", help=words.JSON)
    add("--junit", metavar="FILE", help=words.JUNIT)
    add("--html", metavar="FILE", help=words.HTML)
    add("--seed", type=_seed, metavar="N", help=words.SEED)
    add("--plain", action="store_true", help=words.PLAIN)
    add("--walls", action=argparse.BooleanOptionalAction, help=words.WALLS)
    add("--step-seconds", type=_seconds, default=Limits.step_seconds, metavar="N", help=words.STEP)
    add("--submission-seconds", type=_seconds, default=Limits.submission_seconds, metavar="N", help=words.SUBMISSION)
    add("-h", "--help", action="help", help=words.HELP)
    return Options(**vars(parser.parse_args(arguments)))


def _seed(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(words.SEED_NUMBER) from error


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value <= 3600:
        raise argparse.ArgumentTypeError(words.SECONDS_RANGE)
    return value


def _remember(check: Check, verdict: Verdict, files: Mapping[str, bytes]) -> None:
    from shared import progress

    try:
        progress.remember(check.lesson, verdict, files)
    except progress.NotKept as trouble:
        sys.stderr.write(trouble.message + "\n")


def _junit(verdict: Verdict) -> str:
    from shared.report import junit

    return junit.render([verdict])


def _html(verdict: Verdict, title: str) -> str:
    from shared.report import html

    return html.document(title, html.verdict_html(verdict, lesson_title=title, heading=1))


def _write(target: str | None, make: object) -> bool:
    if target is None:
        return True
    assert callable(make)
    if target == "-":
        console.write_utf8(make())
        return True
    try:
        Path(target).write_text(make(), encoding="utf-8")
    except OSError as error:
        sys.stderr.write(words.CANNOT_WRITE.format(path=target, reason=error.strerror or error))
        return False
    return True
