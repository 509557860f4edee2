"""What lies in a class's folder, zips looked into as if they were folders, before anything of it is read."""

from __future__ import annotations

import tempfile
from collections import OrderedDict
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Literal
from unicodedata import normalize

from shared.lessons.leftovers import TOOL_FILES, is_tool_folder
from shared.messages import grading as words
from shared.submission import Refused, entries
from shared.submission.archive import Archive
from shared.submission.disk import kind_of
from shared.submission.entries import ARCHIVE_SUFFIXES, Entry
from shared.submission.reading import NOTEBOOK_SUFFIX
from shared.submission.refusals import refusing

MOST_ENTRIES = 200_000
"""Names in one zip that holds a whole class."""

MOST_INNER_BYTES = 64 * 1024 * 1024
"""A zip inside a zip."""

KEPT_OPEN = 4

Kind = Literal["folder", "archive", "file", "link", "special"]


@dataclass(frozen=True)
class Place:
    """Where something lies: a path on disk, and for what is in a zip its path inside; each zip begins a new part."""

    disk: Path
    inside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Node:
    """A folder, zip or file. `path` is relative to the class's folder, posix and NFC, as it is shown."""

    name: str
    kind: Kind
    path: str
    place: Place


class Archives:
    """Zips that are open, the last few of them; zips inside zips are unpacked to a scratch folder of our own."""

    def __init__(self) -> None:
        self._open: OrderedDict[Place, tuple[Archive, dict[str, list[Entry]], Path]] = OrderedDict()
        self._scratch: tempfile.TemporaryDirectory[str] | None = None
        self._count = 0

    def folder_of(self, place: Place) -> tuple[Archive, dict[str, list[Entry]]]:
        """An open zip, and what stands in each of its folders. Raises Refused."""
        if place not in self._open:
            archive = Archive(self.file_of(place), most_entries=MOST_ENTRIES)
            while len(self._open) >= KEPT_OPEN:
                _, (oldest, _, file) = self._open.popitem(last=False)
                self._drop(oldest, file)
            self._open[place] = archive, _by_folder(archive.entries), archive.path
        self._open.move_to_end(place)
        archive, folders, _ = self._open[place]
        return archive, folders

    def file_of(self, place: Place) -> Path:
        """A path on disk of a file or zip; what is inside a zip is unpacked for it. Raises Refused."""
        if not place.inside:
            return place.disk
        outer = replace(place, inside=place.inside[:-1])
        archive, folders = self.folder_of(outer)
        folder, _, name = place.inside[-1].rpartition("/")
        entry = next((e for e in folders.get(folder, []) if e.name == place.inside[-1]), None)
        if entry is None or entry.kind != "file":
            raise Refused(words.gone(place.inside[-1]))
        content = archive.fetch(entry, MOST_INNER_BYTES)
        if len(content) > MOST_INNER_BYTES:
            raise Refused(words.large_inside(place.inside[-1], MOST_INNER_BYTES // 2**20))
        if self._scratch is None:
            self._scratch = tempfile.TemporaryDirectory(prefix="workbook-", ignore_cleanup_errors=True)
        self._count += 1
        path = Path(self._scratch.name) / str(self._count) / name
        with refusing(name):
            path.parent.mkdir()
            path.write_bytes(content)
        return path

    def forget(self, path: Path) -> None:
        """Remove what `file_of` has unpacked; a path outside the scratch folder is left alone."""
        if self._scratch is not None and path.is_relative_to(self._scratch.name):
            path.unlink(missing_ok=True)
            path.parent.rmdir()

    def close(self) -> None:
        """Close all, remove what was unpacked."""
        for archive, _, _ in self._open.values():
            archive.close()
        self._open.clear()
        if self._scratch is not None:
            self._scratch.cleanup()

    def __enter__(self) -> Archives:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _drop(self, archive: Archive, file: Path) -> None:
        archive.close()
        self.forget(file)


def top_of(folder: Path) -> Node:
    """The class's folder itself."""
    return Node(normalize("NFC", folder.resolve().name), "folder", "", Place(folder))


def children(node: Node, archives: Archives) -> list[Node]:
    """What stands in a folder or zip, without tools' leftovers, by name. Raises Refused."""
    if node.kind == "archive" or node.place.inside:
        found = _in_archive(node, archives)
    else:
        found = _on_disk(node)
    return sorted(found, key=lambda child: child.name)


def notebooks_in(place: Place, archives: Archives, deepest: int = 3) -> list[Place]:
    """The notebooks in a folder or zip, those in its folders too."""
    name = place.inside[-1] if place.inside else place.disk.name
    waiting = [(Node(name, "archive" if is_archive(name) else "folder", "", place), 0)]
    found: list[Place] = []
    while waiting:
        node, depth = waiting.pop()
        try:
            inside = children(node, archives)
        except Refused:  # told by whoever reads the answer
            continue
        for child in inside:
            if child.kind == "file" and child.name.casefold().endswith(NOTEBOOK_SUFFIX):
                found.append(child.place)
            elif child.kind == "folder" and depth < deepest:
                waiting.append((child, depth + 1))
    return found


def is_archive(name: str) -> bool:
    """Whether a file is called like a zip or another archive."""
    return PurePosixPath(name).suffix.casefold() in ARCHIVE_SUFFIXES


def _on_disk(node: Node) -> list[Node]:
    found = []
    with refusing(node.path or node.place.disk):
        for child in node.place.disk.iterdir():
            kind = _seen(kind_of(child.lstat()), child.name)
            if not _is_tools(child.name, kind == "folder"):
                found.append(_node(node, child.name, kind, Place(child)))
    return found


def _in_archive(node: Node, archives: Archives) -> list[Node]:
    inside = node.place.inside
    # A zip begins a new part; a folder in it lengthens the last one.
    zip_at, folder = node.place, ""
    if node.kind != "archive":
        zip_at, folder = replace(node.place, inside=inside[:-1]), inside[-1]
    _, folders = archives.folder_of(zip_at)
    found = []
    for entry in folders.get(folder, []):
        name = entry.name.rpartition("/")[2]
        kind = _seen(entry.kind, name)
        if not _is_tools(name, kind == "folder"):
            found.append(_node(node, name, kind, replace(zip_at, inside=(*zip_at.inside, entry.name))))
    return found


def _seen(kind: entries.Kind, name: str) -> Kind:
    if kind == "file" and is_archive(name):
        return "archive"
    return "special" if kind == "closed" else kind


def _node(parent: Node, name: str, kind: Kind, place: Place) -> Node:
    shown = normalize("NFC", name)
    return Node(shown, kind, f"{parent.path}/{shown}" if parent.path else shown, place)


def _is_tools(name: str, folder: bool) -> bool:
    if folder:
        return is_tool_folder(name)
    return any(fnmatchcase(name.casefold(), pattern) for pattern in TOOL_FILES) or name.startswith("~$")


def _by_folder(found: list[Entry]) -> dict[str, list[Entry]]:
    folders: dict[str, list[Entry]] = {}
    for entry in found:
        folders.setdefault(entry.name.rpartition("/")[0], []).append(entry)
    return folders
