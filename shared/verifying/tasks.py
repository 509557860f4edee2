"""Whether tasks, hints, TODOs and steps of the check are about the same things.

A task asks for no work where its text says so (`NO_WORK`); every other task has a `TODO 과제 n` in the starter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shared.checking import Check
from shared.lessons import Lesson
from shared.messages import verifying as words
from shared.verifying.finding import Finding
from shared.verifying.parts import lines_with
from shared.verifying.text import Heading, Text

NO_WORK = "코드를 쓰지 않습니다"
"""The words by which a task's text says that the starter may pass it."""

_TASK = re.compile(r"과제\s*(\d+)\.\s*.+")


def tasks_of(text: Text, level: int) -> dict[int, Heading]:
    """The headings of tasks by number; the first where a number comes twice."""
    found: dict[int, Heading] = {}
    for heading in text.headings:
        match = _TASK.fullmatch(heading.text)
        if match and heading.level == level:
            found.setdefault(int(match[1]), heading)
    return found


def without_work(readme: Text) -> set[int]:
    """Numbers of the tasks that ask for no work."""
    return {number for number, heading in tasks_of(readme, 3).items() if NO_WORK in readme.section(heading)}


def verify_tasks(lesson: Lesson, readme: Text) -> Iterator[Finding]:
    """Numbers without gaps, and a TODO for each task that asks for work."""
    if not lesson.tasks:
        yield Finding(readme.path, 1, words.NO_TASKS)
    lines = [heading.line for heading in readme.headings if heading.level == 3 and _TASK.fullmatch(heading.text)]
    for wanted, (task, line) in enumerate(zip(lesson.tasks, lines, strict=True), 1):
        if task.number != wanted:
            yield Finding(readme.path, line, words.task_number(task.number, wanted))
            break
    yield from _todos(lesson, readme)


def verify_hints(readme: Text, hints: Text) -> Iterator[Finding]:
    """The same headings in the same order, and rungs numbered from 1."""
    wanted = [heading.text for heading in tasks_of(readme, 3).values()]
    found = [heading for heading in hints.headings if heading.level == 2]
    names = [heading.text for heading in found]
    for text in wanted:
        if text not in names:
            yield Finding(hints.path, 1, words.hints_missing(text))
    for extra in found:
        if extra.text not in wanted:
            yield Finding(hints.path, extra.line, words.hints_extra(extra.text))
    if sorted(names) == sorted(wanted) and names != wanted:
        yield Finding(hints.path, found[0].line, words.HINTS_ORDER)
    rungs = 0
    task: Heading | None = None
    for heading in (*hints.headings, Heading(0, 2, "")):  # the last one ends the last task
        if heading.level <= 2:
            if task is not None and rungs == 0 and task.text in wanted:
                yield Finding(hints.path, task.line, words.hints_missing(task.text))
            task, rungs = (heading if heading.level == 2 else None), 0
        elif heading.level == 3 and task is not None:
            rungs += 1
            if heading.text != f"힌트 {rungs}":
                yield Finding(hints.path, heading.line, words.rung_number(heading.text, rungs))


def verify_steps(lesson: Lesson, readme: Text, check: Check) -> Iterator[Finding]:
    """A step for each task, a task for each step, and headings to re-read that exist."""
    headings = tasks_of(readme, 3)
    steps = {step.task: step for step in check.steps}
    for number, heading in headings.items():
        if number not in steps:
            yield Finding(readme.path, heading.line, words.no_step(number))
    for number, step in steps.items():
        line = step.function.__code__.co_firstlineno
        if number not in headings:
            yield Finding(lesson.check, line, words.no_task(number))
        if step.reread is not None and step.reread not in lesson.headings:
            yield Finding(lesson.check, line, words.reread_missing(step.reread))


def _todos(lesson: Lesson, readme: Text) -> Iterator[Finding]:
    headings = tasks_of(readme, 3)
    idle = without_work(readme)
    places = {number: _place(lesson, number) for number in headings}
    for number, place in places.items():
        if place is None and number not in idle:
            yield Finding(readme.path, headings[number].line, words.todo_missing(number))
        elif place is not None and number in idle:
            yield Finding(lesson.folder / place[0], place[1], words.todo_needless(number))
    for name in lesson.files:
        for line in lines_with(lesson.folder / name, re.compile(r"TODO 과제 \d+")):
            text = (lesson.folder / name).read_text(encoding="utf-8-sig").splitlines()[line - 1]
            for number in map(int, re.findall(r"TODO 과제 (\d+)", text)):
                if number not in headings:
                    yield Finding(lesson.folder / name, line, words.todo_unknown(number))


def _place(lesson: Lesson, task: int) -> tuple[str, int] | None:
    pattern = re.compile(rf"TODO 과제 {task}\b")
    for name in lesson.files:
        for line in lines_with(lesson.folder / name, pattern):
            return name, line
    return None
