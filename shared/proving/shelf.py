"""The answer shelf: programs as learners write them, each with what the check must say about it.

`tests/answers/NN_slug/right/*` and `wrong/*`; `answer.json` beside the files says why, and for a wrong one which tasks
fail by which mistake.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from shared.lessons import Lesson, all_lessons


@dataclass(frozen=True)
class Answer:
    """One answer. `fails` gives the mistake (or None) of each task that must fail, `skips` the tasks skipped."""

    lesson: Lesson
    folder: Path
    fails: dict[int, str | None]
    skips: tuple[int, ...]

    @property
    def name(self) -> str:
        """`04_routing/wrong/F7_percent_d`."""
        return self.folder.relative_to(self.folder.parents[2]).as_posix()


def shelf(lesson: Lesson) -> Path:
    """The folder of a lesson's answers."""
    return lesson.folder.parents[1] / "tests" / "answers" / lesson.slug


def all_answers() -> list[Answer]:
    """Every answer of every lesson."""
    return [answer for lesson in all_lessons() for answer in of_lesson(lesson)]


def of_lesson(lesson: Lesson) -> list[Answer]:
    """The right and the wrong answers of one lesson."""
    return [
        _read(lesson, folder)
        for kind in ("right", "wrong")
        for folder in sorted((shelf(lesson) / kind).glob("*"))
        if folder.is_dir()
    ]


def _read(lesson: Lesson, folder: Path) -> Answer:
    file = folder / "answer.json"
    data = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    fails = {int(task): mistake for task, mistake in data.get("fails", {}).items()}
    if (folder.parent.name == "right") == bool(fails):
        raise ValueError(f"{folder}: a right answer fails nothing, a wrong one something")
    return Answer(lesson, folder, fails, tuple(data.get("skips", ())))
