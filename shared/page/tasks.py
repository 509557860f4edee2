"""The tasks of a lesson with what the last check said of each."""

from __future__ import annotations

from flask import render_template

from shared.lessons import Lesson
from shared.page.text import anchor
from shared.progress import rungs_by_task
from shared.report.html import step_html
from shared.verdict import StepResult, Verdict


def panel(lesson: Lesson, verdict: Verdict | None) -> str:
    """All tasks as HTML. Before the first check they are only named."""
    steps = {step.task: step for step in verdict.steps} if verdict else {}
    rungs = lesson.hints()
    shown = rungs_by_task(lesson)
    return render_template(
        "tasks.html",
        lesson=lesson,
        anchor=anchor,
        verdict=verdict,
        steps=[(task, steps.get(task.number), _html(steps.get(task.number))) for task in lesson.tasks],
        rungs=rungs,
        shown={task.number: min(shown.get(task.number, 0), len(rungs.get(task.number, ()))) for task in lesson.tasks},
        passed=verdict is not None and verdict.outcome == "pass",
    )


def _html(step: StepResult | None) -> str:
    return step_html(step, heading=3) if step is not None else ""
