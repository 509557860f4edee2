"""One file that was handed in, taken as the file of the lesson that its name tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from shared.lessons import Lesson
from shared.messages import submission as messages
from shared.submission.contents import check_text
from shared.submission.disk import read_file
from shared.submission.entries import MOST_BYTES
from shared.submission.refusals import Refused
from shared.submission.submission import Submission
from shared.submission.wanted import given_files, wanted_files


def read_single_file(path: Path, lesson: Lesson) -> Submission:
    """The answer in one file: `app.py`, `10101_김하늘_app.py`, `app (1).py`, or any `.py` where the lesson has one."""
    name = normalize("NFC", path.name)
    taken_as = _meant(name, wanted_files(lesson), given_files(lesson))
    content = read_file(path, name, MOST_BYTES)
    if len(content) > MOST_BYTES:
        raise Refused(messages.too_big(MOST_BYTES // 2**20, name))
    check_text(name, content)
    notes = () if name == PurePosixPath(taken_as).name else (messages.note_renamed(name, taken_as),)
    return Submission(lesson=lesson.slug, source=path, files={taken_as: content}, notes=notes)


def _meant(name: str, wanted: Sequence[str], given: Sequence[str]) -> str:
    same_type = [file for file in (*wanted, *given) if _type(file) == _type(name)]
    for told in (_is_name, _ends_with_name, _contains_name):
        found = sorted({file for file in same_type if told(name, file)})
        if len(found) > 1:
            raise Refused(messages.unclear_single(name, found))
        if found and found[0] not in wanted:
            break  # the lesson's own finished server, say
        if found:
            return found[0]
    else:
        only = [file for file in wanted if _type(file) == _type(name)]
        if len(only) == 1:
            return only[0]
    raise Refused(messages.unknown_single(name, wanted))


def _type(name: str) -> str:
    return PurePosixPath(name).suffix.casefold()


def _is_name(name: str, file: str) -> bool:
    return name.casefold() == PurePosixPath(file).name.casefold()


def _ends_with_name(name: str, file: str) -> bool:
    return re.search(rf"(?<![a-z0-9]){_stem(file)}$", _stem(name)) is not None


def _contains_name(name: str, file: str) -> bool:
    return re.search(rf"(?<![a-z0-9]){_stem(file)}(?![a-z0-9])", _stem(name)) is not None


def _stem(name: str) -> str:
    return re.escape(PurePosixPath(name).stem.casefold())
