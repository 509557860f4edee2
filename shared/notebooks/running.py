"""All notebooks, each twice: as it is handed out, and with the solution filled in. As many at once as there are cores.

In: lessons. Out: one result for each way of each notebook, as they end.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from typing import Any

from shared.lessons import Lesson
from shared.messages import notebooks as words
from shared.notebooks.answers import solution, starters
from shared.notebooks.building import CHECK, build
from shared.notebooks.executing import CELL_SECONDS, Ran, Trouble, filled, run

WHOLE = "check-all"


@dataclass(frozen=True)
class Result:
    """One notebook that was run. `how`: as handed out, or with the answer filled in."""

    lesson: Lesson
    how: str
    ran: Ran

    @property
    def trouble(self) -> Trouble | None:
        """What is wrong with it, or None."""
        return self.ran.trouble


def run_all(lessons: Sequence[Lesson], *, seconds: float = CELL_SECONDS, jobs: int | None = None) -> Iterator[Result]:
    """Run them; the results come as they end."""
    with ThreadPoolExecutor(jobs or os.cpu_count()) as pool:
        ways = [(lesson, solved) for lesson in lessons for solved in (False, True)]
        for future in as_completed([pool.submit(run_one, lesson, solved, seconds) for lesson, solved in ways]):
            yield future.result()


def run_one(lesson: Lesson, solved: bool, seconds: float = CELL_SECONDS) -> Result:
    """Run one notebook one way: cells run, outputs are those kept, and the checks say what they should."""
    notebook = build(lesson)
    if solved:
        notebook = filled(notebook, _changed(lesson))
    ran = run(notebook, lesson, seconds=seconds)
    how = words.SOLVED if solved else words.AS_HANDED_OUT
    return Result(lesson, how, ran if ran.trouble else _judged(ran, solved))


def _changed(lesson: Lesson) -> Mapping[str, str]:
    """The finished files that are not the starter's already."""
    begun = starters(lesson)
    return {name: text for name, text in solution(lesson).items() if name in begun or name not in lesson.files}


def _judged(ran: Ran, solved: bool) -> Ran:
    """What the last check says: all passes with the solution, and not yet without."""
    cell = next((cell for cell in ran.notebook.cells if cell.id == WHOLE), None)
    assert cell is not None and CHECK in cell.metadata["tags"]
    text = shown(cell)
    passed = "실패" not in text and "판정 못 함" not in text
    if solved == passed:
        return ran
    sentence = words.NOT_PASSED.format(text=text) if solved else words.PASSED_EARLY
    return Ran(ran.notebook, ran.seconds, Trouble(cell.id, cell.source, sentence))


def shown(cell: Any) -> str:
    """The plain text of what a check cell shows."""
    return "".join(out["data"]["text/plain"] for out in cell.outputs if out.output_type == "execute_result")
