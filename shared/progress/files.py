"""The learner's files of a lesson: as they are now, and brought to another state."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from shared.lessons import Lesson
from shared.lessons.lesson import learner_files

MOST_BYTES = 5 * 1024 * 1024
"""Larger files are no answer. They are not kept, so they are never overwritten or taken away either."""

_TRIES, _PAUSE = 10, 0.05


@dataclass(frozen=True)
class Moved:
    """What was done to the folder: names of files, relative and sorted."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.written or self.removed)


def present(lesson: Lesson) -> dict[str, bytes]:
    """The learner's files as they are: name -> content. What cannot be read is left out."""
    found = {}
    for name in learner_files(lesson.folder):
        with contextlib.suppress(OSError):
            path = _stored(lesson.folder, name)
            if path.stat().st_size <= MOST_BYTES:
                found[name] = path.read_bytes()
    return found


def bring_to(lesson: Lesson, files: Mapping[str, bytes], now: Mapping[str, bytes]) -> Moved:
    """Make the learner's files those of another state. Each is exchanged in one move.

    `now` is what `present` has given and the caller has kept: a file that is not in it is neither overwritten nor
    removed.

    Raises:
        OSError: a file cannot be written.
    """
    written, removed = [], []
    for name, content in sorted(files.items()):
        path = _stored(lesson.folder, name)
        if now.get(name) == content or (name not in now and path.exists()):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        _exchange(path, content)
        written.append(name)
    for name in sorted(set(now) - set(files)):
        _stored(lesson.folder, name).unlink(missing_ok=True)
        removed.append(name)
    return Moved(tuple(written), tuple(removed))


def with_line_ends_of(content: bytes, model: bytes) -> bytes:
    """A text whose lines end in LF, with the line ends that the learner's own file has."""
    return content.replace(b"\n", b"\r\n") if b"\r\n" in model and b"\r\n" not in content else content


def _stored(folder: Path, name: str) -> Path:
    """Where a file is; macOS may have stored its name in parts (NFD)."""
    path = folder.joinpath(*name.split("/"))
    parts = folder.joinpath(*normalize("NFD", name).split("/"))
    return parts if parts != path and not path.exists() and parts.exists() else path


def _exchange(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix="._")  # a name that counts as no part of an answer
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        if not _moved(Path(name), path):
            path.write_bytes(content)  # Windows: somebody holds the old file open and lets nobody move it
    finally:
        Path(name).unlink(missing_ok=True)


def _moved(source: Path, target: Path) -> bool:
    for _ in range(_TRIES):
        try:
            source.replace(target)
        except PermissionError:
            if os.name != "nt":
                raise
            time.sleep(_PAUSE)
        else:
            return True
    return False


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
