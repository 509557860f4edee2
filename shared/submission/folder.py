"""A folder that was handed in."""

from __future__ import annotations

from pathlib import Path
from typing import cast
from unicodedata import normalize

from shared.lessons import Lesson
from shared.lessons.leftovers import is_tool_folder
from shared.messages import submission as messages
from shared.submission.choosing import is_named
from shared.submission.collecting import collect
from shared.submission.disk import kind_of, read_file
from shared.submission.entries import MOST_ENTRIES, Entry
from shared.submission.refusals import Refused, refusing
from shared.submission.submission import Submission


def read_folder(path: Path, lesson: Lesson) -> Submission:
    """The answer in a folder, at its top or in a folder inside."""
    name = normalize("NFC", path.resolve().name)
    found = collect(_entries(path), _fetch, lesson, name, named=is_named(name, lesson))
    return Submission(
        lesson=lesson.slug,
        source=path,
        files=found.files,
        notes=found.notes,
        own_folder=_is_same(path / found.folder, lesson.folder),
    )


def _fetch(entry: Entry, limit: int) -> bytes:
    return read_file(cast(Path, entry.key), entry.name, limit)


def _entries(top: Path) -> list[Entry]:
    entries: list[Entry] = []
    waiting = [(top, "")]
    while waiting:
        place, prefix = waiting.pop()
        with refusing(prefix or top):
            try:
                children = sorted(place.iterdir())
            except PermissionError:
                if not prefix:
                    raise
                # Elsewhere than in the answer it does not matter, so whoever chooses the folder decides.
                entries.append(Entry(prefix.rstrip("/"), "closed", 0, place))
                continue
        if prefix and any(child.name == "pyvenv.cfg" for child in children):
            continue  # a virtual environment, whatever its name
        if len(entries) + len(children) > MOST_ENTRIES:
            raise Refused(messages.crowded(top))
        for child in children:
            name = prefix + normalize("NFC", child.name)
            with refusing(name):
                status = child.lstat()
            kind = kind_of(status)
            if kind != "file" and is_tool_folder(child.name):
                continue
            if kind == "folder":
                waiting.append((child, f"{name}/"))
            entries.append(Entry(name, kind, status.st_size, child))
    return entries


def _is_same(folder: Path, other: Path) -> bool:
    try:
        return folder.samefile(other)
    except OSError:
        return False
