"""Lines on the screen as they come, wrapped in columns; each is made harmless for a terminal."""

from __future__ import annotations

import sys

from shared.console import Screen
from shared.report.layout import cells, visible, wrap

BOLD = "1"
GREEN = "38;5;28"
RED = "38;5;160"
BLUE = "38;5;31"


class Writer:
    """Writes to standard output. A style is an ANSI code, and only ever repeats what the words say."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self._after_gap = True

    def line(self, text: str, style: str = "") -> None:
        """One line as it is."""
        self.raw(self.painted(text, style))

    def raw(self, line: str) -> None:
        """One line that was painted before."""
        sys.stdout.write(line.rstrip(" ") + "\n")
        sys.stdout.flush()
        self._after_gap = not line

    def hanging(self, label: str, text: str, *, style: str = "") -> None:
        """A label and a text beside it, whose further lines stand below its first."""
        at = cells(label)
        first, *rest = wrap(visible(text), self.screen.width - at)
        self.raw(self.painted(label, style) + first)
        for line in rest:
            self.line(" " * at + line)

    def prose(self, text: str, *, indent: int = 0, style: str = "") -> None:
        """Sentences, wrapped."""
        for line in wrap(visible(text), self.screen.width - indent):
            self.line(" " * indent + line, style)

    def gap(self) -> None:
        """One empty line, unless there is one already."""
        if not self._after_gap:
            self.line("")

    def painted(self, text: str, style: str) -> str:
        """The text with its style, where there are colours."""
        shown = visible(text)
        return f"\x1b[{style}m{shown}\x1b[0m" if style and shown and self.screen.colour else shown
