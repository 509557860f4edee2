"""What the name of a file or folder tells: whose it is, which lesson, and when it was handed in.

Schools collect work under names such as `10203_김하늘_04.zip`, `2학년 3반 7번 이바다`, `kim_04_routing (1)`, or as a
learning platform writes them: `김하늘_812345_assignsubmission_file_`, `박나무_attempt_2026-11-20-10-11-12_app.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from unicodedata import normalize

from shared.grading.vocabulary import GENERIC, SURNAMES
from shared.lessons import Lesson
from shared.submission.entries import ARCHIVE_SUFFIXES
from shared.submission.reading import NOTEBOOK_SUFFIX
from shared.submission.wanted import ANSWER_SUFFIXES, given_files, wanted_files

_COPY = re.compile(r"\s*\(\d+\)|\s*-\s*복사본|\s*-\s*copy|\s+복사본|\s+copy", re.IGNORECASE)
# https://docs.moodle.org/en/Assignment_activity and Canvas: a number for the person or the file, and no student's id.
_MOODLE = re.compile(r"_\d+_assignsubmission_(?:file|onlinetext)_?", re.IGNORECASE)
_CANVAS = re.compile(r"^([^_]+)_(?:late_)?\d{2,}_(?!20\d{6}(?!\d))\d{4,}_(?=.)", re.IGNORECASE)
_DATE = re.compile(
    r"(?<!\d)(20\d\d)[-._]?(0[1-9]|1[0-2])[-._]?(0[1-9]|[12]\d|3[01])"
    r"(?:[-_T ]{0,2}([01]\d|2[0-3])[-._:]?([0-5]\d)(?:[-._:]?([0-5]\d))?)?(?!\d)"
)
_KOREAN_DATE = re.compile(r"(?:(20\d\d)년\s*)?(\d{1,2})월\s*(\d{1,2})일")
_SEAT = re.compile(r"(?:(\d{1,2})학년)?[\s_-]*(\d{1,2})반[\s_-]*(?:(\d{1,2})번)?")
_LESSON = re.compile(
    r"(?<![a-z0-9])(?:lesson|레슨|week|ch(?:apter)?|l)[\s_-]*0?(\d{1,2})(?!\d)|(?<!\d)(\d{1,2})(?:차시|주차|과|강|장)(?!제)",
    re.IGNORECASE,
)
_TASK = re.compile(r"(?:과제|숙제|실습|hw|homework|assignment)[\s_-]*\d{1,2}(?!\d)", re.IGNORECASE)
"""The number of an assignment on a platform is not the number of a lesson."""

_SPLIT = re.compile(r"[\s_\-.,()\[\]{}+@#&=]+")
_ID = re.compile(r"(?!(?:19|20)\d\d$)\d{4,10}")
"""A year is none."""

_ID_WITH_NAME = re.compile(r"(\d{4,10})([가-힣]{2,5})")
_HANGUL = re.compile(r"[가-힣]{2,4}")
_VERSION = re.compile(r"v\d+|\d+차|re|untitled\d*|제목", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """What one name tells. `when` is digits, so that later is larger; `rest` is what nothing else has explained."""

    student_id: str = ""
    name: str = ""
    lesson: str | None = None
    when: str = ""
    rest: str = ""

    @property
    def student(self) -> tuple[str, str]:
        """Id and name, both empty where neither was recognised."""
        return self.student_id, self.name


class Names:
    """Reads names, knowing the lessons."""

    def __init__(self, lessons: Sequence[Lesson]) -> None:
        self._slugs = [lesson.slug for lesson in lessons]
        self._by_number = {int(lesson.number): lesson.slug for lesson in lessons}
        self._wanted = {lesson.slug: frozenset(wanted_files(lesson)) for lesson in lessons}
        given = {name for lesson in lessons for name in (*given_files(lesson), *lesson.files)}
        self._file_stems = {_stem(name) for names in (given, *self._wanted.values()) for name in names}
        self._folders = {part.casefold() for name in given for part in name.split("/")[:-1]}
        self._titles = {lesson.slug: lesson.title for lesson in lessons}

    def read(self, name: str, *, file: bool = False) -> Told:
        """What the name of a file (`file`, its ending then tells nothing) or of a folder tells."""
        text = normalize("NFC", name)
        if file:
            text = without_ending(text)
        text = _COPY.sub("", text)
        text = _CANVAS.sub(r"\1 ", _MOODLE.sub(" ", text))
        text, when = _without_date(text)
        text, seat = _without_seat(text)
        text = _TASK.sub(" ", text)
        text, lesson = self._without_lesson(text)
        tokens = [token for token in _SPLIT.split(_ID_WITH_NAME.sub(r"\1 \2", text)) if token]
        if lesson is None:
            tokens, lesson = self._lesson_of_tokens(tokens)
        student_id, name_found, left = self._student(tokens)
        rest = [token for token in left if not self._explained(token)]
        return Told(student_id or seat, name_found, lesson, when, " ".join(rest))

    def lesson_of_files(self, names: Iterable[str]) -> str | None:
        """The one lesson that has answer files of these names, where one name at least belongs to it alone."""
        found = {lesson for name in names if len(having := self._having(name)) == 1 for lesson in having}
        return next(iter(found)) if len(found) == 1 else None

    def is_answer(self, name: str) -> bool:
        """Whether a file has the name of an answer file of some lesson."""
        return bool(self._having(name))

    def target(self, name: str) -> str:
        """Which of the lessons' files a file seems to be: `app` for `10203_김하늘_app (1).py`, or nothing."""
        tokens = _SPLIT.split(_COPY.sub("", without_ending(normalize("NFC", name))).casefold())
        return next((token for token in reversed(tokens) if token in self._file_stems), "")

    def _having(self, name: str) -> list[str]:
        return [slug for slug, wanted in self._wanted.items() if name in wanted]

    def _without_lesson(self, text: str) -> tuple[str, str | None]:
        for slug in self._slugs:
            number, _, word = slug.partition("_")
            spaced = word.replace("_", r"[\s_-]*")
            found = re.search(rf"(?<!\d)0?{int(number)}[\s_\-.]*{spaced}(?![a-z])", text, re.IGNORECASE)
            if found:
                return f"{text[: found.start()]} {text[found.end() :]}", slug
        found = _LESSON.search(text)
        if found and (slug_found := self._by_number.get(int(found[1] or found[2]))):
            return f"{text[: found.start()]} {text[found.end() :]}", slug_found
        return text, None

    def _lesson_of_tokens(self, tokens: list[str]) -> tuple[list[str], str | None]:
        numbers = [t for t in tokens if t.isdecimal() and len(t) <= 2 and int(t) in self._by_number]
        padded = [token for token in numbers if len(token) == 2] or numbers
        if len(set(padded)) == 1:
            return [token for token in tokens if token != padded[0]], self._by_number[int(padded[0])]
        if numbers:
            return tokens, None
        joined = "_".join(tokens).casefold()
        for slug in self._slugs:
            word = slug.partition("_")[2]
            if re.search(rf"(?:^|_){re.escape(word)}(?:_|$)", joined) and word not in self._folders | self._file_stems:
                parts = word.split("_")
                return [token for token in tokens if token.casefold() not in parts], slug
        for token in tokens:
            titled = [slug for slug, title in self._titles.items() if len(token) > 1 and token in title.split()[0]]
            if len(titled) == 1 and _HANGUL.fullmatch(token):
                return [other for other in tokens if other != token], titled[0]
        return tokens, None

    def _student(self, tokens: list[str]) -> tuple[str, str, list[str]]:
        """Id, name, and the tokens that are neither."""
        place = next((at for at, token in enumerate(tokens) if _ID.fullmatch(token)), None)
        student_id = "" if place is None else tokens[place]
        # Behind or before an id any Hangul is a name; elsewhere it has to begin with a surname.
        beside = set() if place is None else {place - 1, place + 1}
        for at, token in enumerate(tokens):
            joined = token + tokens[at + 1] if len(token) == 1 and at + 1 < len(tokens) else token
            if not _HANGUL.fullmatch(joined) or self._explained(joined):
                continue
            if at in beside or joined[0] in SURNAMES:
                used = {place, at} | ({at + 1} if joined != token else set())
                return student_id, joined, [other for index, other in enumerate(tokens) if index not in used]
        return student_id, "", [token for at, token in enumerate(tokens) if at != place]

    def _explained(self, token: str) -> bool:
        lowered = token.casefold()
        if lowered in GENERIC or lowered in self._file_stems or _VERSION.fullmatch(lowered):
            return True
        if lowered.isdecimal() and not _ID.fullmatch(lowered):
            return True
        return any(token in title.split() for title in self._titles.values())


def without_ending(name: str) -> str:
    """A name without the ending of a kind of file that is handed in."""
    suffix = PurePosixPath(name).suffix.casefold()
    return name[: -len(suffix)] if suffix in ANSWER_SUFFIXES | ARCHIVE_SUFFIXES | {NOTEBOOK_SUFFIX} else name


def _stem(name: str) -> str:
    return PurePosixPath(name).stem.casefold()


def _without_date(text: str) -> tuple[str, str]:
    found = _DATE.search(text)
    if found:
        return f"{text[: found.start()]} {text[found.end() :]}", "".join(part or "00" for part in found.groups())
    found = _KOREAN_DATE.search(text)
    if found:
        when = f"{found[1] or '0000'}{int(found[2]):02}{int(found[3]):02}000000"
        return f"{text[: found.start()]} {text[found.end() :]}", when
    return text, ""


def _without_seat(text: str) -> tuple[str, str]:
    """`2학년 3반 7번` is the id 20307 (as schools write it); `3반` alone says nothing about one student."""
    found = _SEAT.search(text)
    if not found:
        return text, ""
    grade, room, seat = found.groups()
    number = f"{grade or ''}{int(room):02}{int(seat):02}" if seat else ""
    return f"{text[: found.start()]} {text[found.end() :]}", number
