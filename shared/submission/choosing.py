"""Which folder of a submission holds the answer to a lesson."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from shared.lessons import Lesson
from shared.messages import submission as messages
from shared.submission.refusals import Refused

OTHER_PLACES = frozenset({"solutions", "tests"})
"""Folders of the workbook with files of the same names: somebody may hand in the whole workbook."""


def choose_folder(names: Iterable[str], lesson: Lesson, wanted: Sequence[str], named: bool) -> str | None:
    """The folder (relative, `""` for the top) in which one of the wanted names stands, or None.

    A folder named after the lesson wins, then the shallowest. `named`: the top itself is a folder with that name.

    Raises:
        Refused: two folders are equally good.
    """
    holding = {folder for name in names for folder in _holding(name, wanted)}
    if holding <= {""}:
        return "" if holding else None
    others = _other_slugs(lesson)
    ranked: dict[tuple[bool, int, bool], list[str]] = {}
    for folder in holding:
        parts = folder.casefold().split("/") if folder else []
        in_named = named or any(is_named(part, lesson) for part in parts)
        if OTHER_PLACES.intersection(parts) or (not in_named and others.intersection(parts)):
            continue
        ranked.setdefault((not in_named, len(parts), "lessons" not in parts), []).append(folder)
    if not ranked:
        return None
    best = ranked[min(ranked)]
    if len(best) > 1:
        raise Refused(messages.several_folders(sorted(best)))
    return best[0]


def _holding(name: str, wanted: Sequence[str]) -> list[str]:
    return [name[: -len(file)].rstrip("/") for file in wanted if name == file or name.endswith(f"/{file}")]


def is_named(folder: str, lesson: Lesson) -> bool:
    """Whether a folder bears the lesson's name (`04_routing (1)` too) or number (`04`, `4`)."""
    name = folder.casefold()
    return lesson.slug in name or (name.isdecimal() and int(name) == int(lesson.number))


def _other_slugs(lesson: Lesson) -> set[str]:
    slugs = {child.name for child in lesson.folder.parent.iterdir()} if lesson.folder.parent.is_dir() else set()
    return slugs - {lesson.slug}
