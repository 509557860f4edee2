"""What happened between Socket.IO clients and the server, one line for each moment."""

from __future__ import annotations

from shared.messages import socketio as words
from shared.report.folding import Details
from shared.verdict import Moment

HEAD, TAIL = 8, 20
"""What led to a failure stands at the end; the beginning tells who is who."""

MAX_CHARACTERS = 150


def moment_lines(moments: tuple[Moment, ...], details: Details, name: str) -> list[str]:
    """All of them, or the first and the last ones and where the whole is."""
    whole = [f"{moment.seconds:6.3f}  {words.moment(moment)}" for moment in moments]
    lines = [line if len(line) <= MAX_CHARACTERS else line[:MAX_CHARACTERS] + "..." for line in whole]
    left_out = max(0, len(lines) - HEAD - TAIL)
    if lines == whole and left_out <= 1:  # a note would take the room of the line
        return lines
    path = details.keep(name, "\n".join(whole) + "\n")
    where = [words.WHOLE, path] if path is not None else []
    if left_out > 1:
        lines = [*lines[:HEAD], words.FOLDED.format(count=left_out), *lines[-TAIL:]]
    return [*lines, *where]
