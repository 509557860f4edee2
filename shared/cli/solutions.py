"""The solution of a lesson, as files and as coloured lines."""

from __future__ import annotations

from shared.cli.state import Trouble
from shared.lessons import Lesson
from shared.lessons.leftovers import files_below
from shared.messages import progress as words
from shared.progress import has_passed, standing


def may_be_seen(lesson: Lesson) -> bool:
    """Whether the solution gives nothing away any more."""
    return has_passed(lesson) or standing(lesson).finished


def solution_of(lesson: Lesson) -> dict[str, bytes]:
    """The files of the solution.

    Raises:
        Trouble: there are none.
    """
    files = {name: (lesson.solution / name).read_bytes() for name in files_below(lesson.solution)}
    if not files:
        raise Trouble(words.NO_SOLUTION)
    return files


def coloured(name: str, text: str) -> list[str]:
    """The lines of a program, with colours of the 256 that can be read on white and on black."""
    from pygments import highlight
    from pygments.formatters import Terminal256Formatter
    from pygments.lexers import get_lexer_for_filename
    from pygments.style import Style
    from pygments.token import Comment, Keyword, Name, Number, String
    from pygments.util import ClassNotFound

    class Both(Style):
        """Contrast with white and with black is about the same, 4 to 5 each."""

        styles = {
            Comment: "#767676",
            Keyword: "#0087af",
            Name.Tag: "#0087af",
            Name.Decorator: "#af5faf",
            Name.Attribute: "#af5faf",
            Number: "#af5faf",
            String: "#008700",
        }

    try:
        lexer = get_lexer_for_filename(name, stripnl=False)
    except ClassNotFound:
        return text.splitlines()
    return highlight(text, lexer, Terminal256Formatter(style=Both)).splitlines()
