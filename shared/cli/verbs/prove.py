"""`prove`: how good the checks are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from shared.cli.state import State, Trouble
from shared.cli.verb import Verb, Whole, lesson, plain
from shared.cli.writer import BOLD, GREEN, RED, Writer
from shared.lessons import all_lessons, find
from shared.messages import cli as cli_words
from shared.messages import proving as words

if TYPE_CHECKING:
    from shared.proving.proof import Proof


@click.command(cls=Verb, place=104, help=words.HELP)
@lesson(words.LESSON_HELP)
@click.option("--sample", type=Whole(), default=0, metavar="N", help=words.SAMPLE_HELP)
@click.option("--write", is_flag=True, help=words.WRITE_HELP)
@plain
@click.pass_obj
def command(state: State, /, lesson: str | None, sample: int, write: bool, plain: bool) -> int:
    """Prove the lesson that was named, or all. 1 where a check does not say what it must."""
    lessons = [find(lesson, state.root)] if lesson is not None else list(all_lessons(state.root))
    if not lessons:
        raise Trouble(cli_words.NO_LESSONS)

    from rich.console import Console
    from rich.progress import Progress, TaskID

    from shared.proving.proof import Prover
    from shared.proving.table import put_into

    writer = Writer(state.screen(plain))
    proofs = []
    bar = Console(stderr=True)
    with Progress(console=bar, transient=True, disable=plain or not bar.is_terminal) as progress, Prover() as prover:
        for one in lessons:
            task = progress.add_task(one.slug, total=None)

            def tell(done: int, total: int, task: TaskID = task) -> None:
                progress.update(task, completed=done, total=total)

            proofs.append(prover.prove(one, sample=sample, tell=tell))
            progress.remove_task(task)
            _show(writer, proofs[-1])
    if write:
        put_into(state.root / "README.md", proofs)
    proven = sum(proof.holds for proof in proofs)
    writer.prose(words.SUMMARY.format(count=len(proofs), proven=proven), style=BOLD)
    return 0 if proven == len(proofs) else 1


def _show(writer: Writer, proof: Proof) -> None:
    right = f"{proof.right - len(proof.rejected)}/{proof.right}"
    wrong = f"{proof.wrong - len(proof.accepted)}/{proof.wrong}"
    killed = f"{proof.killed}/{proof.mutants - proof.explained}"
    line = words.line(proof.lesson.slug, right, wrong, killed, proof.explained, proof.holds)
    writer.line(line, GREEN if proof.holds else RED)
    for answer in proof.rejected:
        writer.line(words.REJECTED.format(name=answer.name))
    for answer in proof.accepted:
        writer.line(words.ACCEPTED.format(name=answer.name))
    for mark in proof.stale:
        writer.line(words.STALE.format(file=mark.file, before=mark.below or mark.before, after=mark.after))
    for mutant in proof.survivors:
        writer.line(words.SURVIVED.format(file=mutant.file, line=mutant.line))
        for sign, text in (("-", mutant.before), ("+", mutant.after)):
            for row in text.splitlines():
                writer.line(f"    {sign} {row}")
