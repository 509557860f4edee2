"""A zip that was handed in. Nothing is unpacked to disk, and nothing is believed of what the zip says of itself."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import cast
from unicodedata import normalize

from shared.lessons import Lesson
from shared.lessons.leftovers import is_tool_folder
from shared.messages import submission as messages
from shared.submission.collecting import collect
from shared.submission.contents import has_hangul
from shared.submission.disk import open_file
from shared.submission.entries import MOST_ENTRIES, Entry, Kind
from shared.submission.names import folders_of
from shared.submission.refusals import Refused, refusing
from shared.submission.submission import Submission

MOST_DIRECTORY_BYTES = 4 * 1024 * 1024
"""zipfile reads a zip's table of contents in one go; a larger one is not read at all."""

_OTHERS = {
    b"Rar!\x1a\x07": "RAR",
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"ALZ\x01": "ALZ",
    b"EGGA": "EGG",
    b"\x1f\x8b": "gzip",
}
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_PIECE = 64 * 1024
# Deflate is what Explorer, Finder and the common tools write. LZMA can ask for gigabytes of memory in its header.
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_DRIVE = re.compile(r"[A-Za-z]:")


def read_archive(path: Path, lesson: Lesson) -> Submission:
    """The answer in a zip, at its top or in a folder inside."""
    with Archive(path) as archive:
        found = collect(archive.entries, archive.fetch, lesson, normalize("NFC", path.name), named=False)
    return Submission(lesson=lesson.slug, source=path, files=found.files, notes=found.notes)


class Archive:
    """A zip, open: `entries` tells what is in it, `fetch` reads one of them.

    Raises:
        Refused: it is no zip that can be taken.
    """

    def __init__(self, path: Path, *, most_entries: int | None = None) -> None:
        self.path = path
        self._file = _Wary(path, opener=lambda name, flags: open_file(name, path))
        try:
            self._zip = _open(self._file, path)
            self.entries = _entries(self._zip, path, MOST_ENTRIES if most_entries is None else most_entries)
        except Refused:
            self.close()
            raise

    def fetch(self, entry: Entry, limit: int) -> bytes:
        """The content of a file, at most `limit` + 1 bytes. Raises Refused."""
        return _decompress(self._zip, cast(zipfile.ZipInfo, entry.key), self.path, limit)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Wary(io.FileIO):
    """A file that refuses to be read in very large pieces: only a hostile table of contents needs one."""

    def read(self, size: int | None = -1, /) -> bytes:
        bounded = MOST_DIRECTORY_BYTES + 1 if size is None or size < 0 else min(size, MOST_DIRECTORY_BYTES + 1)
        content = super().read(bounded) or b""
        if len(content) > MOST_DIRECTORY_BYTES:
            raise Refused(messages.crowded(Path(str(self.name)).name))
        return content


def _open(file: _Wary, path: Path) -> zipfile.ZipFile:
    with _telling_broken(path):
        _refuse_others(file.read(512), path)
        file.seek(0)
        return zipfile.ZipFile(file)


@contextmanager
def _telling_broken(path: Path) -> Generator[None, None, None]:
    try:
        with refusing(path):
            yield
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OverflowError):
        raise Refused(messages.broken(path)) from None
    except NotImplementedError:
        raise Refused(messages.other_method(path)) from None


def _refuse_others(start: bytes, path: Path) -> None:
    for magic, name in _OTHERS.items():
        if start.startswith(magic):
            raise Refused(messages.other_archive(path, name))
    if start[257:262] == b"ustar":
        raise Refused(messages.other_archive(path, "tar"))
    if not start.startswith(b"PK"):
        raise Refused(messages.not_a_zip(path) if start else messages.empty(path))


def _entries(archive: zipfile.ZipFile, path: Path, most: int) -> list[Entry]:
    infos = archive.infolist()
    if len(infos) > most:
        raise Refused(messages.crowded(path))
    names = _names(infos)
    tools = {name.rpartition("/")[0] for name in names if name.endswith("/pyvenv.cfg")}
    entries: list[Entry] = []
    for name, info in zip(names, infos, strict=True):
        _refuse_outside(name)
        folders = name.split("/")[:-1]
        if any(is_tool_folder(folder) for folder in folders) or any(name.startswith(f"{tool}/") for tool in tools):
            continue
        if name.rstrip("/"):
            entries.append(Entry(name.rstrip("/"), _kind(name, info), info.file_size, info))
    # Folders need no entry of their own in a zip.
    told = {entry.name for entry in entries}
    implied = {folder for name in told for folder in folders_of(name)} - told
    return entries + [Entry(name, "folder", 0, None) for name in implied]


def _kind(name: str, info: zipfile.ZipInfo) -> Kind:
    mode = info.external_attr >> 16
    if stat.S_ISLNK(mode):
        return "link"
    if name.endswith("/"):
        return "folder"
    return "file" if stat.S_IFMT(mode) in (0, stat.S_IFREG) else "special"


def _refuse_outside(name: str) -> None:
    if "\\" in name:
        raise Refused(messages.backslash(name))
    if name.startswith("/") or _DRIVE.match(name) or ".." in name.split("/"):
        raise Refused(messages.leads_outside(name))


def _names(infos: Sequence[zipfile.ZipInfo]) -> list[str]:
    """Entry names in NFC. Without the UTF-8 flag they are cp949 (Windows) or unmarked UTF-8 (macOS)."""
    # `filename` is already changed on Windows (backslashes) and cut at a NUL; `orig_filename` is as stored.
    raw = [None if info.flag_bits & _UTF8_NAME else info.orig_filename.encode("cp437") for info in infos]
    encoding = _encoding(b"/".join(name for name in raw if name is not None))
    return [
        _without_dots(normalize("NFC", info.orig_filename if name is None else name.decode(encoding)))
        for name, info in zip(raw, infos, strict=True)
    ]


def _without_dots(name: str) -> str:
    """Some tools write `./app.py`."""
    return "/".join(part for part in name.split("/") if part != ".")


def _encoding(names: bytes) -> str:
    readable = []
    for encoding in ("utf-8", "cp949"):
        try:
            text = normalize("NFC", names.decode(encoding))
        except UnicodeDecodeError:
            continue
        if has_hangul(text):
            return encoding
        readable.append(encoding)
    return readable[0] if readable else "cp437"


def _decompress(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, limit: int) -> bytes:
    if info.flag_bits & _ENCRYPTED:
        raise Refused(messages.encrypted(path))
    if info.compress_type not in _METHODS:
        raise Refused(messages.other_method(path))
    content = bytearray()
    with _telling_broken(path), archive.open(info) as file:
        while len(content) <= limit and (piece := file.read(min(_PIECE, limit + 1 - len(content)))):
            content += piece
    return bytes(content)
