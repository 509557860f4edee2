"""What every verb is given, and how a verb gives up."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from shared import console
from shared.lessons import ROOT
from shared.progress import Standing, standing


class Trouble(Exception):
    """The command cannot be done as it was typed. `message` is a Korean sentence that says what to type."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass
class State:
    """The workbook that is worked on, and whether colours were refused before the verb."""

    root: Path = ROOT
    plain: bool = False

    def screen(self, plain: bool) -> console.Screen:
        """What standard output can show."""
        return console.prepare(plain=plain or self.plain)

    def standings(self) -> list[Standing]:
        """How far every lesson is, in their order."""
        from shared.lessons import all_lessons

        return [standing(lesson) for lesson in all_lessons(self.root)]

    def unfinished(self) -> Standing | None:
        """The first lesson that is not finished, or None."""
        return next((one for one in self.standings() if not one.finished), None)
