"""Finding lessons: all of them, by what somebody types, or by the file of a check."""

from __future__ import annotations

import re
from pathlib import Path
from unicodedata import normalize

from shared.lessons.lesson import Lesson, load
from shared.messages import lessons as messages

ROOT = Path(__file__).resolve().parents[2]
"""The project's folder, where `lessons/`, `solutions/`, `checks/` and `notebooks/` stand."""

_SLUG = re.compile(r"\d\d_\w+")


class LessonError(LookupError):
    """What was asked for is not one lesson. `message` is a Korean sentence for the person who asked."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class LessonNotFound(LessonError):
    """No lesson answers to the query."""

    def __init__(self, query: str, slugs: list[str]) -> None:
        super().__init__(messages.not_found(query, slugs))


class LessonAmbiguous(LessonError):
    """Several lessons answer to the query."""

    def __init__(self, query: str, slugs: list[str]) -> None:
        super().__init__(messages.ambiguous(query, slugs))


def all_lessons(root: Path = ROOT) -> tuple[Lesson, ...]:
    """Every lesson below `root/lessons`, in the order of their numbers."""
    return tuple(load(root, slug) for slug in _slugs(root))


def find(query: str, root: Path = ROOT) -> Lesson:
    """The lesson that is meant: by number (`4`, `04`), folder name or part of it, or part of its title.

    Raises:
        LessonNotFound, LessonAmbiguous: with a message that names what there is.
    """
    slugs = _slugs(root)
    wanted = _normal(re.split(r"[/\\]", query.strip().rstrip("/\\"))[-1])
    if wanted.isdecimal():
        found = [slug for slug in slugs if int(slug[:2]) == int(wanted)]
    elif wanted in slugs:
        found = [wanted]
    else:
        found = [slug for slug in slugs if wanted in slug] if wanted else []
        # Titles need every README.md read, so they are looked at only where no folder name answers.
        if wanted and not found:
            found = [lesson.slug for lesson in all_lessons(root) if wanted in _normal(lesson.title)]
    if not found:
        raise LessonNotFound(query, slugs)
    if len(found) > 1:
        raise LessonAmbiguous(query, found)
    return load(root, found[0])


def of_check(check_file: str | Path) -> Lesson:
    """The lesson that `checks/NN_slug.py` judges.

    Raises:
        LessonNotFound: no lesson folder has that name.
    """
    path = Path(check_file).resolve()
    root = path.parent.parent
    slugs = _slugs(root)
    slug = normalize("NFC", path.stem)
    if slug not in slugs:
        raise LessonNotFound(path.name, slugs)
    return load(root, slug)


def _slugs(root: Path) -> list[str]:
    folder = root / "lessons"
    if not folder.is_dir():
        return []
    return sorted(
        child.name for child in folder.iterdir() if _SLUG.fullmatch(child.name) and (child / "README.md").is_file()
    )


def _normal(text: str) -> str:
    return re.sub(r"[\s_-]+", "_", normalize("NFC", text).strip().casefold())
