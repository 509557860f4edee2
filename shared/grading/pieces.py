"""What was handed in by one student for one lesson, and what could not be told."""

from __future__ import annotations

from dataclasses import dataclass

from shared.grading.tree import Archives, Place, notebooks_in
from shared.lessons import Lesson
from shared.messages import grading as words
from shared.submission import Refused, Submission, read
from shared.submission.collecting import collect


@dataclass(frozen=True)
class Piece:
    """The work of one student for one lesson (its slug). Several `places` are single files that belong together.

    `path` is how it is shown, relative to the class's folder; `when` is digits out of its name, or "".
    """

    student_id: str
    name: str
    lesson: str
    path: str
    places: tuple[Place, ...]
    when: str = ""
    single: bool = False


@dataclass(frozen=True)
class Doubt:
    """Something that is not judged before somebody has said what it is, with what is known of it."""

    path: str
    reason: str
    student_id: str = ""
    name: str = ""
    lesson: str = ""


def read_piece(piece: Piece, lesson: Lesson, archives: Archives) -> Submission:
    """The files of a piece.

    Raises:
        Refused: with a Korean sentence.
    """
    found = [_read_any(place, lesson, archives, piece.single) for place in piece.places]
    files: dict[str, bytes] = {}
    for one in found:
        for name, content in one.files.items():
            if files.setdefault(name, content) != content:
                raise Refused(words.two_files_for_one(piece.path, name))
    notes = tuple(note for one in found for note in one.notes)
    return Submission(lesson.slug, found[0].source, files, notes)


def _read_any(place: Place, lesson: Lesson, archives: Archives, single: bool) -> Submission:
    try:
        return _read_place(place, lesson, archives)
    except Refused:
        # A folder or zip without the lesson's files may hold a notebook with the answer.
        notebooks = [] if single else notebooks_in(place, archives)
        if len(notebooks) != 1:
            raise
    return _read_place(notebooks[0], lesson, archives)


def _read_place(place: Place, lesson: Lesson, archives: Archives) -> Submission:
    if not place.inside:
        return read(place.disk, lesson)
    outer = Place(place.disk, place.inside[:-1])
    archive, folders = archives.folder_of(outer)
    top = place.inside[-1]
    if top not in folders:  # a file or a zip: it has a reader, which wants it on disk
        path = archives.file_of(place)
        try:
            return read(path, lesson)
        finally:
            archives.forget(path)
    entries = [entry for entry in archive.entries if entry.name.startswith(f"{top}/")]
    answer = collect(entries, archive.fetch, lesson, top, named=False)
    return Submission(lesson.slug, place.disk, answer.files, answer.notes)
