"""The handout beside the workbook: every place that reads otherwise, gathered from the lessons' own tables.

Each lesson says in a table what its sections of the handout get wrong. `lessons/handout.md` is those tables sorted by
the handout's sections, for somebody who reads the handout first. `python -m shared.lessons.handout` writes it anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from shared.lessons.finding import ROOT, all_lessons
from shared.lessons.headings import sections
from shared.lessons.lesson import Lesson
from shared.messages import handout as words

NAME = "handout.md"

_COLUMNS = 4
_CELL = re.compile(r"(?<!\\)\|")
_SECTION = re.compile(r"\d+(?:\.\d+)*")
_OWN_ANCHOR = re.compile(r"\]\((?=#)")


@dataclass(frozen=True)
class Difference:
    """One row of a lesson's table. `id` is the number that messages show; `sections` of the handout, as written."""

    id: str
    sections: str
    printed: str
    instead: str
    lesson: Lesson

    @property
    def place(self) -> tuple[int, ...]:
        """The first section as numbers, to sort by; empty for what concerns many sections."""
        first = _SECTION.search(self.sections)
        return tuple(int(number) for number in first[0].split(".")) if first else ()

    @property
    def names(self) -> frozenset[str]:
        """The sections one by one."""
        return frozenset(_SECTION.findall(self.sections)) or frozenset({self.sections})


def differences(lesson: Lesson) -> tuple[Difference, ...]:
    """The rows of the lesson's table, in order; links in them lead to the lesson from `lessons/`.

    Raises:
        ValueError: a row has not the four columns id, sections, printed, instead.
    """
    return tuple(_rows(lesson))


def stands_for(lesson: Lesson) -> str:
    """The sections of the handout that the lesson stands for, as its text says; empty where it says none."""
    for part in sections(_text(lesson)):
        if part.heading == words.HEADING:
            found = words.STANDS_FOR.search(part.body)
            return found[1] if found else ""
    return ""


def render(root: Path = ROOT) -> str:
    """The whole of `lessons/handout.md`."""
    lessons = all_lessons(root)
    groups = _grouped([row for lesson in lessons for row in differences(lesson)])
    lines = [words.TITLE, "", *words.INTRODUCTION, "", words.LESSONS, "", *words.LESSONS_HEAD]
    lines += [f"| {_link(one)} {one.title} | {stands_for(one)} |" for one in lessons if stands_for(one)]
    for chapter, title in words.CHAPTERS.items():
        found = [group for group in groups if group[0].place[:1] == chapter]
        if found:
            lines += ["", f"## {title}", "", *words.HEAD, *(_line(group) for group in found)]
    return "\n".join(lines) + "\n"


def write(root: Path = ROOT) -> Path:
    """Write `lessons/handout.md`; gives the file."""
    path = root / "lessons" / NAME
    path.write_text(render(root), encoding="utf-8", newline="\n")
    return path


def _text(lesson: Lesson) -> str:
    return (lesson.folder / "README.md").read_text(encoding="utf-8-sig")


def _rows(lesson: Lesson) -> Iterator[Difference]:
    for part in sections(_text(lesson)):
        if part.heading != words.DIFFERENT:
            continue
        table = [line for line in part.body.splitlines() if line.startswith("|")]
        for line in table[2:]:
            cells = [cell.strip() for cell in _CELL.split(line.strip().strip("|"))]
            if len(cells) != _COLUMNS:
                raise ValueError(f"{lesson.slug}: {line}")
            printed, instead = (_OWN_ANCHOR.sub(f"]({lesson.slug}/README.md", cell) for cell in cells[2:])
            yield Difference(cells[0], cells[1], printed, instead, lesson)


def _grouped(rows: list[Difference]) -> list[list[Difference]]:
    """Rows of one id that speak of the same sections together, sorted by place; the first of a group is shown."""
    groups: list[list[Difference]] = []
    for row in rows:
        same = (group for group in groups if group[0].id == row.id and group[0].names & row.names)
        group = next(same, None)
        if group is None:
            groups.append([row])
        else:
            group.append(row)
    return sorted(groups, key=lambda group: group[0].place)


def _line(group: list[Difference]) -> str:
    first = group[0]
    lessons = ", ".join(_link(row.lesson) for row in group)
    return f"| {first.sections} | {first.printed} | {first.instead} | {lessons} | {first.id} |"


def _link(lesson: Lesson) -> str:
    return f"[{lesson.number}]({lesson.slug}/README.md)"


if __name__ == "__main__":
    print(write())
