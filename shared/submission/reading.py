"""From a path to a submission: each kind of thing has its reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal
from unicodedata import normalize

from shared.lessons import Lesson
from shared.messages import submission as messages
from shared.submission.disk import kind_of
from shared.submission.entries import ARCHIVE_SUFFIXES
from shared.submission.folder import read_folder
from shared.submission.refusals import Refused, refusing
from shared.submission.single_file import read_single_file
from shared.submission.submission import Submission

NOTEBOOK_SUFFIX = ".ipynb"

SubmissionKind = Literal["folder", "archive", "notebook", "single file"]


def read(path: Path, lesson: Lesson) -> Submission:
    """Take what was handed in for a lesson: a folder, a zip, a notebook or a single file.

    Raises:
        Refused: with a Korean sentence that says why and what to do.
    """
    path = _as_stored(Path(path))
    return READERS[_kind(path)](path, lesson)


def _read_archive(path: Path, lesson: Lesson) -> Submission:
    from shared.submission.archive import read_archive  # zipfile takes longer to import than a folder to read

    return read_archive(path, lesson)


def _read_notebook(path: Path, lesson: Lesson) -> Submission:
    from shared.submission.notebook import read_notebook  # most submissions are none

    return read_notebook(path, lesson)


READERS: dict[SubmissionKind, Callable[[Path, Lesson], Submission]] = {
    "folder": read_folder,
    "archive": _read_archive,
    "notebook": _read_notebook,
    "single file": read_single_file,
}


def _kind(path: Path) -> SubmissionKind:
    try:
        with refusing(path):
            found = kind_of(path.lstat())
    except ValueError:  # a NUL character
        raise Refused(messages.missing(path)) from None
    if found == "folder":
        return "folder"
    if found == "link":
        raise Refused(messages.link(path))
    if found == "special":
        raise Refused(messages.special(path))
    if path.suffix.casefold() == NOTEBOOK_SUFFIX:
        return "notebook"
    return "archive" if path.suffix.casefold() in ARCHIVE_SUFFIXES else "single file"


def _as_stored(path: Path) -> Path:
    """The path, or its other Unicode form: a name typed here may have been stored by macOS."""
    for form in (str(path), normalize("NFC", str(path)), normalize("NFD", str(path))):
        try:
            Path(form).lstat()
        except (FileNotFoundError, NotADirectoryError, ValueError):
            continue
        except OSError:
            break
        return Path(form)
    else:
        raise Refused(messages.missing(path))
    return path
