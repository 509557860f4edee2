"""A CSV in which somebody has said whose a file is: `path,student,lesson`; and the list of what is still in doubt."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from shared.grading.pieces import Doubt
from shared.lessons import Lesson, LessonError, find
from shared.messages import grading as words

HEAD = ("path", "student", "lesson")
DOUBTS = "unmatched.csv"
"""What could not be told, ready to be filled in."""

LEFT_OUT = "-"
"""As a student: do not judge this."""


class MappingError(Exception):
    """The file cannot be used. `message` is Korean and names the line."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Said:
    """What a line says. Empty where it says nothing; `left_out`: it is not to be judged."""

    student_id: str = ""
    name: str = ""
    lesson: str | None = None
    left_out: bool = False


def read_mapping(path: Path, root: Path) -> dict[str, Said]:
    """What is said of each path (NFC, posix, relative to the class's folder).

    Raises:
        MappingError: it is no such file, or names a lesson that does not exist.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise MappingError(words.map_unreadable(path, error.strerror or error)) from error
    said: dict[str, Said] = {}
    lessons: dict[str, Lesson] = {}
    for number, row in enumerate(csv.reader(io.StringIO(_text(content, path), newline="")), 1):
        cells = [normalize("NFC", cell).strip() for cell in row[:3]]
        if not any(cells) or (number == 1 and [cell.casefold() for cell in cells] == list(HEAD)):
            continue
        if len(cells) < 2 or not cells[0]:
            raise MappingError(words.map_line(path, number))
        key = cells[0].replace("\\", "/").strip("/")
        asked = cells[2] if len(cells) > 2 else ""
        try:
            if asked and asked not in lessons:
                lessons[asked] = find(asked, root)
        except LessonError as error:
            raise MappingError(words.map_lesson(path, number, error.message)) from error
        student_id, name = split_student(cells[1])
        lesson = lessons[asked].slug if asked else None
        said[key] = Said(student_id, name, lesson, left_out=cells[1] == LEFT_OUT)
    return said


def split_student(text: str) -> tuple[str, str]:
    """Id and name out of `10203 김하늘`, `10203` or `김하늘`."""
    first, _, rest = text.strip().partition(" ")
    if any(character.isdigit() for character in first):
        return first, rest.strip()
    return "", text.strip()


def write_doubts(doubts: Sequence[Doubt], path: Path) -> None:
    """Write a CSV to be filled in and handed back as the mapping. Without doubts there is no such file."""
    if not doubts:
        path.unlink(missing_ok=True)
        return
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([*HEAD, words.REASON])
        for doubt in doubts:
            student = " ".join(part for part in (doubt.student_id, doubt.name) if part)
            writer.writerow([doubt.path, student, doubt.lesson.partition("_")[0], doubt.reason])


def _text(content: bytes, path: Path) -> str:
    for encoding in ("utf-8-sig", "cp949"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise MappingError(words.map_encoding(path))
