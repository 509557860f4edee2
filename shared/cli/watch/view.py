"""What the loop shows: block below block, and under the last one a line with the keys that is always in sight.

Nothing is ever erased but that last line, so the screen does not flicker and what was said can be scrolled back to.
"""

from __future__ import annotations

import contextlib
import sys
import time

from shared import console
from shared.cli.writer import BOLD, GREEN, RED, Writer
from shared.messages import report as report_words
from shared.messages import watching as words
from shared.report.layout import cells, pad, visible
from shared.watching import Change

DIM = "38;5;243"


class View:
    """The screen of the loop."""

    def __init__(self, plain: bool) -> None:
        self._plain = plain
        self._moves = console.obeys_escapes()
        self._foot = False
        self._began = False
        self.writer = Writer(console.prepare(plain=plain))

    def begin(self, title: str) -> Writer:
        """Begin a block below a rule; gives what to write it with."""
        self._erase_foot()
        self.writer = Writer(console.prepare(plain=self._plain))
        if self._began:
            sys.stdout.write("\n")
        self._began = True
        head = f"-- {time.strftime('%H:%M:%S')}  {visible(title)} "
        self.writer.line(head + "-" * max(0, self.writer.screen.width - cells(head) - 1), DIM)
        return self.writer

    def write(self, text: str) -> None:
        """Write lines that were painted before."""
        sys.stdout.write(text)

    def changes(self, changes: tuple[Change, ...]) -> None:
        """What is another way than in the last verdict."""
        moved = [change for change in changes if change.before is not None]
        if not moved:
            return
        self.writer.line("")
        self.writer.line(words.CHANGED, BOLD)
        for change in moved:
            style = GREEN if change.after == "pass" else RED if change.before == "pass" else ""
            before, after = report_words.STATUS[change.before or "fail"], report_words.STATUS[change.after]
            self.writer.line(f"  {words.task(change.task)}  {pad(before, 4)} -> {after}", style)

    def foot(self, text: str = "") -> None:
        """Show the keys under everything, or in their place what is going on."""
        self._erase_foot()
        screen = console.prepare(plain=self._plain)
        keys = text or words.keys(screen.width - 1)
        style = "" if text or not screen.colour else "7"
        ending = "" if self._moves else "\n"
        sys.stdout.write("\n" + (f"\x1b[{style}m{keys}\x1b[0m" if style else keys) + ending)
        sys.stdout.flush()
        self._foot = True

    def forget_foot(self) -> None:
        """The cursor does not stand in the line with the keys any more."""
        self._foot = False

    def end(self) -> None:
        """Leave the cursor where a shell can go on."""
        with contextlib.suppress(OSError):  # the terminal's window was closed
            self._erase_foot()
            sys.stdout.flush()

    def _erase_foot(self) -> None:
        if self._foot and self._moves:
            # One line up as well: an empty one keeps the keys apart from the block.
            sys.stdout.write("\r\x1b[K\x1b[A\r\x1b[K")
        self._foot = False
