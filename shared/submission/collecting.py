"""From the names seen in a folder or zip to the files of an answer: choose the folder, check, read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from shared.lessons import Lesson
from shared.lessons.leftovers import is_leftover, is_trace
from shared.messages import submission as messages
from shared.submission.choosing import choose_folder
from shared.submission.contents import check_text
from shared.submission.entries import ARCHIVE_SUFFIXES, MOST_BYTES, MOST_FILES, Entry, Fetch
from shared.submission.names import check_names, folders_of
from shared.submission.refusals import Refused
from shared.submission.wanted import wanted_files


@dataclass(frozen=True)
class Collected:
    """The files of an answer. `folder` is where they stood, relative to what was handed in; `notes` are Korean."""

    files: dict[str, bytes]
    folder: str = ""
    notes: tuple[str, ...] = ()


def collect(entries: Sequence[Entry], fetch: Fetch, lesson: Lesson, top: str, *, named: bool) -> Collected:
    """Read the answer out of what is there.

    `top` is the name of the folder or zip; `named`: it is a folder that bears the lesson's name.

    Raises:
        Refused: with the reason.
    """
    wanted = wanted_files(lesson)
    folder = choose_folder((entry.name for entry in entries), lesson, wanted, named)
    if folder is None:
        raise _nothing_found(entries, wanted, top)
    prefix = f"{folder}/" if folder else ""
    inside = [(entry.name[len(prefix) :], entry) for entry in entries if entry.name.startswith(prefix)]
    kept = [(name, entry) for name, entry in inside if not is_leftover(name)]
    _check_kinds(entry for _, entry in kept)
    _check_places(kept, {*lesson.files, *wanted})
    files = [(name, entry) for name, entry in kept if entry.kind == "file"]
    if len(files) > MOST_FILES:
        raise Refused(messages.too_many(MOST_FILES))
    check_names(name for name, _ in files)
    notes = [messages.note_folder(folder)] if folder else []
    traces = sorted(name for name, entry in inside if entry.kind == "file" and is_trace(name))
    if traces:
        notes.append(messages.note_left_out(traces))
    return Collected(_read(files, fetch), folder, tuple(notes))


def _nothing_found(entries: Sequence[Entry], wanted: Sequence[str], top: str) -> Refused:
    _check_kinds(entries)  # the answer may stand behind a link, or where we may not look
    names = sorted(entry.name for entry in entries if entry.kind == "file" and not is_leftover(entry.name))
    if not names:
        return Refused(messages.empty(top))
    archives = [name for name in names if name.casefold().endswith(tuple(ARCHIVE_SUFFIXES))]
    if archives:
        return Refused(messages.nested(top, archives))
    return Refused(messages.needed_missing(top, wanted, names))


def _check_kinds(entries: Iterable[Entry]) -> None:
    for entry in entries:
        if entry.kind == "link":
            raise Refused(messages.link(entry.name))
        if entry.kind == "special":
            raise Refused(messages.special(entry.name))
        if entry.kind == "closed":
            raise Refused(messages.forbidden(entry.name))


def _check_places(kept: Sequence[tuple[str, Entry]], files: Set[str]) -> None:
    """Refuse a folder where the lesson has a file, and a file where it has a folder."""
    folders = {folder for name in files for folder in folders_of(name)}
    for name, entry in kept:
        if entry.kind == "folder" and name in files:
            raise Refused(messages.folder_for_file(name))
        if entry.kind == "file" and name in folders:
            raise Refused(messages.file_for_folder(name))


def _read(files: Sequence[tuple[str, Entry]], fetch: Fetch) -> dict[str, bytes]:
    contents: dict[str, bytes] = {}
    left = MOST_BYTES
    for name, entry in files:
        content = fetch(entry, left)
        left -= len(content)
        if left < 0:
            largest = max(files, key=lambda file: file[1].size)[0]
            raise Refused(messages.too_big(MOST_BYTES // 2**20, largest))
        contents[name] = content
    for name, content in contents.items():
        check_text(name, content)
    return contents
