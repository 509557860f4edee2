"""The table of proofs, as the README shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from shared.messages import proving as words
from shared.proving.proof import Proof

BEGIN, END = "<!-- prove -->", "<!-- end prove -->"


def rows(proofs: Iterable[Proof]) -> str:
    """A Markdown table, one line for each lesson."""
    lines = [*words.HEAD]
    for proof in proofs:
        cells = (
            proof.lesson.slug,
            proof.right,
            proof.right - len(proof.rejected),
            proof.wrong,
            proof.wrong - len(proof.accepted),
            proof.mutants,
            f"{proof.killed} ({proof.share:.1%})",
            proof.explained,
        )
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines)


def put_into(readme: Path, proofs: Sequence[Proof]) -> None:
    """Write the lines of these lessons between the markers, and leave those of other lessons as they are.

    Raises:
        ValueError: the markers are not there.
    """
    text = readme.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    kept, found, after = rest.partition(END)
    if not found:
        raise ValueError(f"{readme}: {BEGIN} ... {END} is missing")
    fresh = rows(proofs).splitlines()[len(words.HEAD) :]
    by_lesson = {line.split()[1]: line for line in [*kept.strip().splitlines()[len(words.HEAD) :], *fresh]}
    table = "\n".join([*words.HEAD, *(line for _, line in sorted(by_lesson.items()))])
    readme.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8", newline="\n")
