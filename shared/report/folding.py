"""Very long values: the beginning is shown, the whole lies in a file."""

from __future__ import annotations

from pathlib import Path

from shared.messages import report as words
from shared.report.layout import lines_of

MAX_LINES = 40
MAX_CHARACTERS = 4000
HEAD_LINES = 10
HEAD_CHARACTERS = 500
OUTPUT_LINES = 20


class Details:
    """A folder for what is too long for a screen, or None where everything is to be shown whole."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def keep(self, name: str, text: str) -> str | None:
        """Write the whole text to a file in the folder and return its path."""
        if self._folder is None:
            return None
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{name}.txt"
        path.write_bytes(text.encode("utf-8", "backslashreplace"))  # bytes: line ends stay as the server sent them
        return str(path)

    def fold(self, name: str, text: str) -> list[str]:
        """The lines to show: all of them, or the first ones and where the whole is."""
        lines = lines_of(text)
        if len(lines) <= MAX_LINES and len(text) <= MAX_CHARACTERS:
            return lines
        path = self.keep(name, text)
        if path is None:
            return lines
        head = "\n".join(lines[:HEAD_LINES])[:HEAD_CHARACTERS].split("\n")
        return [*head, words.folded(len(lines), len(text)), path]


def output_end(output: str, details: Details) -> tuple[list[str], str | None, str | None]:
    """The last lines that a program printed; where there are more, a note and the path of the whole, if it was kept."""
    lines = lines_of(output)
    if len(lines) <= OUTPUT_LINES and len(output) <= MAX_CHARACTERS:
        return lines, None, None
    path = details.keep("output", output)
    end = "\n".join(lines[-OUTPUT_LINES:])[-MAX_CHARACTERS:].split("\n")
    return end, words.output_folded(len(end), len(lines), in_file=path is not None), path
