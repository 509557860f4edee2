"""Whether Hangul comes through: on the screen, in file names, and in spite of the environment."""

from __future__ import annotations

import codecs
import os
import sys
from pathlib import Path

from shared.doctor.finding import Finding
from shared.messages import doctor as words


def screen(_: Path) -> Finding:
    """Standard output."""
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    if shows_hangul(encoding):
        return Finding(words.SCREEN, words.screen_fine(encoding))
    return Finding(words.SCREEN, words.screen_without_hangul(encoding), words.SCREEN_TO_DO, blocks=True)


def file_names(_: Path) -> Finding:
    """The names of files."""
    encoding = sys.getfilesystemencoding()
    fine = shows_hangul(encoding)
    return Finding(words.FILE_NAMES, words.file_names(encoding), None if fine else words.FILE_NAMES_TO_DO)


def settings(_: Path) -> Finding:
    """Environment variables that change Python's encodings."""
    if os.environ.get("PYTHONUTF8") == "0":
        return Finding(words.UTF8_MODE, words.UTF8_OFF, words.UTF8_TO_DO)
    asked = os.environ.get("PYTHONIOENCODING", "").partition(":")[0]
    if asked and not shows_hangul(asked):
        return Finding(words.UTF8_MODE, words.odd_output(asked), words.ODD_OUTPUT_TO_DO)
    return Finding(words.UTF8_MODE, words.UTF8_FINE)


def shows_hangul(encoding: str) -> bool:
    """Whether the encoding has every Hangul syllable of a lesson (those of cp949 are enough)."""
    try:
        codecs.encode("가힣똠", encoding)
    except (LookupError, UnicodeEncodeError):
        return False
    return True
