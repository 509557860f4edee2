"""The answer in a notebook that was handed in. Its cells are read and never run.

A cell whose first line is `%%answer app.py` holds that file. A cell that has lost this line is known by its metadata; a
second one of the same file right below the first is what a split has cut off.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from unicodedata import normalize

from shared.lessons import Lesson
from shared.messages import notebooks as words
from shared.submission.contents import check_text
from shared.submission.disk import read_file
from shared.submission.entries import MOST_BYTES
from shared.submission.names import check_names
from shared.submission.refusals import Refused
from shared.submission.submission import Submission
from shared.submission.wanted import wanted_files

MAGIC = "%%answer"
MOST_NOTEBOOK_BYTES = 8 * MOST_BYTES
"""A notebook holds outputs and pictures too."""


@dataclass(frozen=True)
class AnswerCell:
    """A cell with (a piece of) a file. `whole`: it begins the file, and is not a piece that was cut off."""

    file: str
    text: str
    whole: bool
    place: int


def read_notebook(path: Path, lesson: Lesson) -> Submission:
    """Take the answer cells of a notebook as files.

    Raises:
        Refused: it is no notebook, it holds no answer, or two different ones for one file.
    """
    name = normalize("NFC", path.name)
    notebook = _parsed(name, read_file(path, name, MOST_NOTEBOOK_BYTES))
    begun = _begun(lesson)
    # An empty cell for a file that the learner makes: it is not made yet.
    files = {file: text for file, text in answers_in(notebook, begun).items() if text or file in begun}
    wanted = wanted_files(lesson)
    if not files:
        raise Refused(words.NO_ANSWERS.format(name=name, file=wanted[0] if wanted else "app.py"))
    check_names(files)
    contents = {file: text.encode("utf-8") for file, text in files.items()}
    for file, content in contents.items():
        check_text(file, content)
    missing = [file for file in wanted if file not in files]
    notes = (words.NOTE_MISSING.format(files=", ".join(missing)),) if missing else ()
    return Submission(lesson=lesson.slug, source=path, files=contents, notes=notes)


def answers_in(notebook: dict[str, Any], begun: dict[str, str]) -> dict[str, str]:
    """The files in the notebook's cells: file -> text. `begun` are the starters: a copy left as handed out is none.

    Raises:
        Refused: two cells hold different texts for one file.
    """
    files: dict[str, str] = {}
    places: dict[str, int] = {}
    for cell in _answer_cells(notebook):
        known = files.get(cell.file)
        if known is None or known == cell.text or _same(known, begun.get(cell.file)):
            files[cell.file] = cell.text
        elif not cell.whole and cell.place == places[cell.file] + 1:
            files[cell.file] = f"{known.rstrip(chr(10))}\n{cell.text}"
        elif not _same(cell.text, begun.get(cell.file)):
            raise Refused(words.TWICE.format(file=cell.file))
        places[cell.file] = cell.place
    return files


def _answer_cells(notebook: dict[str, Any]) -> Iterator[AnswerCell]:
    for place, cell in enumerate(notebook.get("cells", [])):
        if not isinstance(cell, dict) or cell.get("cell_type") != "code":
            continue
        first, _, rest = _source(cell).lstrip("\n").partition("\n")
        if first.split(maxsplit=1)[:1] == [MAGIC]:
            file = normalize("NFC", first[len(MAGIC) :].strip().strip("'\""))
            if _may_be(file):
                yield AnswerCell(file, _ended(rest), True, place)
            continue
        told = cell.get("metadata", {}).get("workbook") if isinstance(cell.get("metadata"), dict) else None
        named = told.get("file") if isinstance(told, dict) else None
        if isinstance(named, str) and _may_be(named):
            yield AnswerCell(named, _ended(_source(cell)), False, place)


def _parsed(name: str, content: bytes) -> dict[str, Any]:
    try:
        notebook = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Refused(words.BROKEN.format(name=name)) from None
    if not isinstance(notebook, dict) or not isinstance(notebook.get("nbformat"), int):
        raise Refused(words.BROKEN.format(name=name))
    if notebook["nbformat"] < 4:
        raise Refused(words.OLD.format(name=name))
    if not isinstance(notebook.get("cells"), list):
        raise Refused(words.BROKEN.format(name=name))
    return notebook


def _source(cell: dict[str, Any]) -> str:
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    return source if isinstance(source, str) else ""


def _ended(text: str) -> str:
    return text.rstrip("\n") + "\n" if text.strip() else ""


def _same(text: str, begun: str | None) -> bool:
    return begun is not None and text.strip() == begun.strip()


def _may_be(file: str) -> bool:
    path = PurePosixPath(file)
    return bool(file) and not path.is_absolute() and ".." not in path.parts and "\\" not in file


def _begun(lesson: Lesson) -> dict[str, str]:
    from shared.lessons.starters import kept

    return {name: content.decode("utf-8", "replace") for name, content in (kept(lesson) or {}).items()}
