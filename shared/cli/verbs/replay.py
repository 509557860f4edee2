"""`replay`: one submission of a gradebook again, with the same seed."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from shared.cli.state import State, Trouble
from shared.cli.verb import Argument, Verb, plain
from shared.cli.verbs.grade import OUT
from shared.lessons import find
from shared.messages import cli as cli_words
from shared.messages import grading as words


@click.command(cls=Verb, place=51, help=words.REPLAY)
@click.argument("student", cls=Argument, metavar=words.STUDENT_NAME, help=words.STUDENT)
@click.argument("lesson", cls=Argument, metavar=cli_words.LESSON, help=words.REPLAY_LESSON)
@click.option("--out", type=click.Path(path_type=Path), metavar=words.FOLDER_NAME, help=words.OUT)
@plain
@click.pass_obj
def command(state: State, /, student: str, lesson: str, out: Path | None, plain: bool) -> int:
    """Run it and show the report, and whether it is the one of the gradebook."""
    from shared.grading.gradebook import NAME, Gradebook, GradebookError

    chosen = find(lesson, state.root)
    place = out or state.root / OUT
    if not (place / NAME).is_file():
        raise Trouble(words.no_gradebook(place))
    try:
        with Gradebook(place) as gradebook:
            rows = gradebook.find(student, chosen.slug)
            if not rows:
                raise Trouble(words.not_graded(student, chosen.number))
            if len(rows) > 1:
                raise Trouble(words.several_graded([words.student(row.student_id, row.name) for row in rows]))
            row = rows[0]
            if row.submission is None:
                raise Trouble(words.nothing_to_replay(row.trouble))
            files, notes, digest = gradebook.submission(row.submission)
            seed = row.seed if row.seed is not None else gradebook.seed(chosen.slug, digest)
    except GradebookError as trouble:
        raise Trouble(trouble.message) from trouble

    from shared.grading.comparison import difference
    from shared.grading.judging import Job, end_workers, judge, unpacked
    from shared.grading.version import version_of
    from shared.report import terminal

    sys.stdout.write(words.replaying(words.student(row.student_id, row.name), chosen.number, seed) + "\n")
    sys.stdout.flush()
    try:
        judged = judge(Job(str(state.root), chosen.slug, files, seed, notes))
    finally:
        end_workers()
    screen = state.screen(plain)
    verdict = unpacked(judged.evidence)
    title = f"{chosen.number}. {chosen.title}"
    sys.stdout.write(terminal.render(verdict, lesson_title=title, colour=screen.colour, width=screen.width))
    if row.evidence is not None:
        changed = row.version != version_of(chosen)
        said = words.REPLAY_DIFFERENT if difference(row, judged) else words.REPLAY_SAME
        sys.stdout.write(f"{said} {words.REPLAY_OTHER_CHECK if changed else ''}".rstrip() + "\n")
    return verdict.exit_code
