"""`notebook`: one lesson in JupyterLab."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click

from shared.cli.state import State, Trouble
from shared.cli.verb import Verb, lesson, plain
from shared.cli.writer import Writer
from shared.lessons import Lesson, find
from shared.messages import cli as cli_words
from shared.messages import notebooks as words

QUIET = (
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate",
)
"""JupyterLab fetches no news and looks for no newer version of itself, whatever its own question is answered with."""


@click.command(cls=Verb, place=28, help=words.VERB_NOTEBOOK)
@lesson(cli_words.CHECK_LESSON)
@click.option("--no-browser", is_flag=True, help=words.NO_BROWSER_HELP)
@plain
@click.pass_obj
def command(state: State, /, lesson: str | None, no_browser: bool, plain: bool) -> int:
    """Open the learner's own copy in JupyterLab, on the workbook's Python, for this computer alone."""
    if importlib.util.find_spec("jupyterlab") is None:
        raise Trouble(words.NO_LAB)
    standing = None if lesson is not None else state.unfinished()
    chosen = find(lesson, state.root) if lesson is not None else standing.lesson if standing else None
    if chosen is None:
        raise Trouble(cli_words.ALL_FINISHED if state.standings() else cli_words.NO_LESSONS)
    writer = Writer(state.screen(plain))
    own, is_new = own_copy(chosen)
    path = own.relative_to(state.root).as_posix()
    writer.prose((words.COPIED if is_new else words.GO_ON).format(path=path))
    writer.prose(words.OPENING)
    sys.stdout.flush()
    command = [sys.executable, "-m", "jupyterlab", "--ServerApp.ip=127.0.0.1", f"--ServerApp.root_dir={state.root}"]
    # The address that is printed leads to the notebook too, where no browser can be opened.
    command += [f"--LabApp.default_url=/lab/tree/{path}", *(["--no-browser"] if no_browser else [])]
    command.extend(QUIET)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    try:
        return subprocess.run(command, cwd=state.root, check=False).returncode
    except KeyboardInterrupt:
        return 0


def own_copy(lesson: Lesson) -> tuple[Path, bool]:
    """The learner's copy, made where there is none: its path, and whether it is new."""
    from shared.notebooks.building import write
    from shared.notebooks.keeping import own_name

    own = own_name(lesson.notebook)
    if own.exists():
        return own, False
    if lesson.notebook.is_file():
        shutil.copyfile(lesson.notebook, own)
    else:
        write(lesson, own)
    return own, True
