"""Views that do something. Each is a POST that works without a script too: it leads back to the lesson."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from shared import progress
from shared.lessons import Lesson
from shared.page.text import markdown

views = Blueprint("actions", __name__)


@views.post("/lessons/<slug>/judge")
def judge(lesson: Lesson) -> Response | tuple[str, int]:
    """Judge the lesson as its files are now; the verdict comes as an event."""
    current_app.config["STUDY"].judge(lesson.slug)
    return _back(lesson)


@views.post("/lessons/<slug>/tasks/<int:task>/hint")
def hint(lesson: Lesson, task: int) -> Response | str:
    """Show one rung more."""
    rungs = lesson.hints().get(task)
    if not rungs:
        abort(404)
    shown = min(progress.shown_rungs(lesson, task) + 1, len(rungs))
    with suppress(progress.NotKept):  # the watch has said so; a hint is shown all the same
        progress.note_rung(lesson, task, shown)
    if _by_script():
        return render_template("hints.html", lesson=lesson, task=task, rungs=rungs[:shown], more=shown < len(rungs))
    return redirect(url_for("lessons.show", slug=lesson.slug, _anchor=f"task-{task}"))


@views.post("/lessons/<slug>/undo")
def undo(lesson: Lesson) -> Response | tuple[str, int]:
    """Bring back the files as they were before."""
    return _went(lesson, progress.undo)


@views.post("/lessons/<slug>/reset")
def reset(lesson: Lesson) -> Response | tuple[str, int]:
    """Begin anew; what stands there now is kept, and undo brings it back."""
    return _went(lesson, progress.reset)


def _went(lesson: Lesson, go: Callable[[Lesson], object]) -> Response | tuple[str, int]:
    try:
        go(lesson)
    except (progress.NoWay, progress.NotKept) as trouble:
        return trouble.message, 409
    current_app.config["STUDY"].judge(lesson.slug)
    return _back(lesson)


def _back(lesson: Lesson) -> Response | tuple[str, int]:
    return ("", 204) if _by_script() else redirect(url_for("lessons.show", slug=lesson.slug))


def _by_script() -> bool:
    return request.headers.get("X-Requested-With") == "fetch"


@views.app_template_filter("markdown")
def as_markdown(text: str) -> str:
    """Markdown of the workbook itself, as HTML."""
    return markdown(text)
