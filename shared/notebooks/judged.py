"""A verdict as a cell shows it: rich in Jupyter and VS Code, plain where only text can be shown."""

from __future__ import annotations

import atexit
from collections.abc import Mapping
from dataclasses import dataclass, replace

from shared.checking.session import judge_submission, load_check
from shared.lessons import Lesson
from shared.messages import report as words
from shared.report import terminal
from shared.report.html import step_html, verdict_html
from shared.report.markup import element, joined
from shared.report.style import CSS
from shared.submission.submission import Submission
from shared.verdict import StepResult, Verdict
from shared.worker.worker import Worker

IN_JUPYTER = ".workbook.workbook pre code { background: none !important; padding: 0; }"
"""Jupyter gives every piece of code a ground of its own."""

_worker: Worker | None = None


@dataclass(frozen=True, repr=False)
class Judged:
    """The verdict on a notebook's answers. `task`: only this one is shown."""

    lesson: Lesson
    verdict: Verdict
    task: int | None = None

    @property
    def passed(self) -> bool:
        """Whether what is shown has passed."""
        return self.verdict.outcome == "pass" if self.task is None else self._step().status == "pass"

    def __repr__(self) -> str:
        if self.task is None:
            return terminal.render(self.verdict, lesson_title=self._title)
        return "\n".join([terminal.render_step(self._step()), *map(words.note, self.verdict.notes)])

    def _repr_html_(self) -> str:
        if self.task is None:
            return f"<style>{CSS}{IN_JUPYTER}</style>{verdict_html(self.verdict, lesson_title=self._title)}"
        notes = joined(*(element("p", words.note(note), class_="note") for note in self.verdict.notes))
        step = element("div", step_html(self._step(), heading=4), notes, class_="workbook")
        return f"<style>{CSS}{IN_JUPYTER}</style>{step}"

    @property
    def _title(self) -> str:
        return f"{self.lesson.number}. {self.lesson.title}"

    def _step(self) -> StepResult:
        return next(step for step in self.verdict.steps if step.task == self.task)


class _Last:
    """The last verdict, and the cells that have shown it."""

    digest = ""
    verdict: Verdict
    shown: set[int | None] = set()


def judge(lesson: Lesson, answers: Mapping[str, str], *, task: int | None = None, note: str | None = None) -> Judged:
    """Judge the texts of answer cells as a check script judges a submission.

    All tasks are judged at once. Cells of other tasks show the same verdict as long as the answers stay the same; the
    second time for one task judges anew.
    """
    files = {file: text.encode("utf-8") for file, text in answers.items()}
    submission = Submission(lesson=lesson.slug, source=lesson.notebook, files=files)
    digest = f"{lesson.slug} {submission.digest}"
    if digest != _Last.digest or task in _Last.shown:
        _Last.verdict = judge_submission(load_check(lesson), submission, worker=_warm())
        _Last.digest, _Last.shown = digest, set()
    _Last.shown.add(task)
    verdict = _Last.verdict
    return Judged(lesson, replace(verdict, notes=(*([note] if note else []), *verdict.notes)), task)


def _warm() -> Worker:
    """The worker of this kernel; it stays warm between checks."""
    global _worker
    if _worker is None:
        _worker = Worker(walled=False)
        atexit.register(_worker.close)
    return _worker
