"""Starters as they were handed out, kept apart from the folders that learners edit.

A submission is laid over the starter. Somebody who grades may have solved the lesson in this very folder, and then
a file that was not handed in must not come from there. `python -m shared.lessons.starters` writes the file anew.
"""

from __future__ import annotations

import json
from pathlib import Path

from shared.lessons.finding import ROOT, all_lessons
from shared.lessons.lesson import Lesson

NAME = "starters.json"


def kept(lesson: Lesson) -> dict[str, bytes] | None:
    """The lesson's starter files as they were handed out; None where they were never written down."""
    path = lesson.folder.parent / NAME
    try:
        everything = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    files = everything.get(lesson.slug) if isinstance(everything, dict) else None
    return {name: text.encode("utf-8") for name, text in files.items()} if isinstance(files, dict) else None


def collect(root: Path = ROOT) -> dict[str, dict[str, str]]:
    """The starter files of all lessons as they lie in their folders: slug -> path -> text."""
    return {
        lesson.slug: {name: (lesson.folder / name).read_bytes().decode("utf-8") for name in lesson.files}
        for lesson in all_lessons(root)
    }


def write(root: Path = ROOT) -> Path:
    """Write them down; gives the file."""
    path = root / "lessons" / NAME
    text = json.dumps(collect(root), ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    return path


if __name__ == "__main__":
    print(write())
