"""Which check a verdict was made by: a digest that changes with the check and with what judges beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from shared.lessons import Lesson
from shared.lessons.starters import kept

ENGINE = Path(__file__).resolve().parents[1]
ROOMS = ("checking", "probes", "worker", "sql", "server.py", "verdict.py", "messages/checking.py")
"""What a verdict depends on, besides the check itself."""

SHOWN = 12


def version_of(lesson: Lesson) -> str:
    """The version of a lesson's check, as it stands now. A short hex text."""
    total = hashlib.sha256(_engine().encode("ascii"))
    # Other files beside the check (not the checks of other lessons) are parts that it imports.
    folder = lesson.check.parent
    beside = [path for path in folder.rglob("*.py") if path.parent != folder or not path.name[:2].isdigit()]
    for path in [lesson.check, *sorted(beside)]:
        _add(total, path.relative_to(folder).as_posix(), path.read_bytes())
    # What was not handed in comes from the starter, and some checks compare with the finished files.
    for name, content in sorted((kept(lesson) or {}).items()):
        _add(total, name, content)
    for path in _files(lesson.solution):
        _add(total, path.name, path.read_bytes())
    return total.hexdigest()[:SHOWN]


@cache
def _engine() -> str:
    total = hashlib.sha256()
    for room in ROOMS:
        for path in _files(ENGINE / room):
            _add(total, path.relative_to(ENGINE).as_posix(), path.read_bytes())
    return total.hexdigest()


def _files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    else:
        yield from (path for path in sorted(place.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)


def _add(total: hashlib._Hash, name: str, content: bytes) -> None:
    for part in (name.encode("utf-8"), content):
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
