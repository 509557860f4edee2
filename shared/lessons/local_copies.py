"""This machine's own copies of the Socket.IO client, for pages that are opened without the Internet."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from shared.lessons.client_script import NAME, fetch, is_genuine
from shared.lessons.finding import ROOT, all_lessons
from shared.lessons.lesson import LOCAL_COPIES, Lesson
from shared.lessons.starters import kept

PLACE = "static"


@dataclass(frozen=True)
class Laid:
    """What was done. `source` is where a new copy came from: None where nothing was missing, or where one copy of
    this machine could be laid beside the pages that had none."""

    source: str | None = None
    added: tuple[Path, ...] = ()
    replaced: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()


class NotWritten(Exception):
    """A copy cannot be put where it belongs."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(f"{path}: {error}")
        self.path = path
        self.reason = error.strerror or type(error).__name__


def local_copy(name: str, root: Path = ROOT) -> Path | None:
    """The copy that stands in the static folder of any lesson, or None. Pages refuse another file of that name, and so
    it does not count."""
    assert name in LOCAL_COPIES
    found = (path for path in sorted((root / "lessons").glob(f"*/{PLACE}/{name}")) if path.is_file())
    return next((path for path in found if is_genuine(path.read_bytes())), None)


def places(root: Path = ROOT) -> list[Path]:
    """Where a copy belongs: beside the pages that ask for it, in the lessons and in their solutions."""
    folders = [
        folder
        for lesson in all_lessons(root)
        if _asks_for_it(lesson)
        for folder in (lesson.folder, lesson.solution)
        if folder.is_dir()
    ]
    return [folder / PLACE / NAME for folder in folders]


def lay(root: Path = ROOT, fetch: Callable[[], tuple[str, bytes]] = fetch) -> Laid:
    """Put a copy wherever one belongs. What is there already is kept if its hash is right, and exchanged if not.

    Raises:
        NotHad: there is no copy on this machine, and no source gives one.
        NotWritten: a folder cannot be written.
    """
    wanted = places(root)
    there = [path for path in wanted if path.is_file()]
    genuine = [path for path in there if is_genuine(path.read_bytes())]
    missing = [path for path in wanted if path not in genuine]
    if not missing:
        return Laid(kept=tuple(genuine))
    source, content = (None, genuine[0].read_bytes()) if genuine else fetch()
    for path in missing:
        _write(path, content)
    return Laid(
        source,
        added=tuple(path for path in missing if path not in there),
        replaced=tuple(path for path in missing if path in there),
        kept=tuple(genuine),
    )


def _asks_for_it(lesson: Lesson) -> bool:
    """By the starter as it was handed out: a learner may have changed the page since."""
    files = kept(lesson)
    if files is None:
        files = {name: (lesson.folder / name).read_bytes() for name in lesson.files}
    return any(NAME.encode("ascii") in content for name, content in files.items() if name.startswith(f"{PLACE}/"))


def _write(path: Path, content: bytes) -> None:
    """In one move, so that a page never gets half of it."""
    half = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(content)
        half.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            half.unlink()
        raise NotWritten(path, error) from error
