"""One lesson: its number, places, title, tasks, files and hints, read from its folder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from shared.lessons.headings import Section, sections
from shared.lessons.leftovers import files_below

Hints = dict[int, tuple[str, ...]]
"""Rungs of help (Markdown) by task number, from "which tool" to a concrete example."""

PICTURES = "images/"
"""Pictures of the text, at the top of a lesson folder."""

LOCAL_COPIES = frozenset({"socket.io.esm.min.js"})
"""A machine's own copy of a library (git-ignored) that may stand in a lesson folder."""

_NUMBERED = re.compile(r"(\d+)\.\s*(.+)")
_TASK = re.compile(r"과제\s*(\d+)\.\s*(.+)")
_RUNG = re.compile(r"힌트\s*\d+")


@dataclass(frozen=True)
class Task:
    """A numbered task of a lesson, from `### 과제 3. ...` in its README.md."""

    number: int
    title: str

    @property
    def heading(self) -> str:
        """The heading as plain text: `과제 3. ...`."""
        return f"과제 {self.number}. {self.title}"


@dataclass(frozen=True)
class Lesson:
    """A lesson. `files` are those a learner may edit: relative posix paths, sorted."""

    number: str
    slug: str
    folder: Path
    solution: Path
    check: Path
    notebook: Path
    title: str
    tasks: tuple[Task, ...]
    headings: tuple[str, ...]
    files: tuple[str, ...]

    def hints(self) -> Hints:
        """The rungs of `hints.md` by task number; empty where the lesson has none."""
        path = self.folder / "hints.md"
        return read_hints(path.read_text(encoding="utf-8-sig")) if path.is_file() else {}


def load(root: Path, slug: str) -> Lesson:
    """Read the lesson in `root/lessons/slug`.

    Raises:
        OSError: it has no README.md that can be read.
    """
    folder = root / "lessons" / slug
    parts = sections((folder / "README.md").read_text(encoding="utf-8-sig"))
    return Lesson(
        number=slug.partition("_")[0],
        slug=slug,
        folder=folder,
        solution=root / "solutions" / slug,
        check=root / "checks" / f"{slug}.py",
        notebook=root / "notebooks" / f"{slug}.ipynb",
        title=_title(parts) or slug,
        tasks=tuple(_tasks(parts, level=3)),
        headings=tuple(part.heading for part in parts),
        files=learner_files(folder),
    )


def learner_files(folder: Path) -> tuple[str, ...]:
    """What a learner may edit in a lesson folder, as it is now: relative posix paths in NFC, sorted."""
    return tuple(name for name in files_below(folder) if is_learners(name))


def is_learners(name: str) -> bool:
    """Whether a file that is no leftover is the learner's to edit: no picture of the text, no library's copy."""
    return not name.startswith(PICTURES) and name.rpartition("/")[2] not in LOCAL_COPIES


def read_hints(text: str) -> Hints:
    """The rungs in the text of a hints.md: `### 힌트 n` under `## 과제 n. ...`."""
    rungs: dict[int, list[str]] = {}
    current: list[str] | None = None
    for part in sections(text):
        if part.level <= 2:
            task = _TASK.fullmatch(part.heading)
            current = rungs.setdefault(int(task[1]), []) if task else None
        elif current is not None and part.level == 3 and _RUNG.fullmatch(part.heading):
            current.append(part.body)
        elif current and part.level > 3:
            current[-1] = f"{current[-1]}\n\n{part.source}\n\n{part.body}".strip()
    return {number: tuple(found) for number, found in rungs.items()}


def _title(parts: Sequence[Section]) -> str | None:
    for part in parts:
        if part.level == 1:
            numbered = _NUMBERED.fullmatch(part.heading)
            return numbered[2] if numbered else part.heading
    return None


def _tasks(parts: Sequence[Section], level: int) -> list[Task]:
    found = (_TASK.fullmatch(part.heading) for part in parts if part.level == level)
    return [Task(int(match[1]), match[2]) for match in found if match]
