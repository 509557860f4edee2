"""Views that only show: the list, a lesson, its pictures, its solution."""

from __future__ import annotations

from flask import Blueprint, Response, abort, current_app, render_template, send_from_directory, url_for

from shared import progress
from shared.lessons import Lesson
from shared.lessons.lesson import PICTURES
from shared.page.solution import changed_files
from shared.page.tasks import panel
from shared.page.text import rendered
from shared.watching import Study

views = Blueprint("lessons", __name__)


@views.get("/")
def index() -> str:
    """All lessons, and how far each is."""
    standings = _study().standings()
    following = next((one for one in standings if not one.finished), None)
    return render_template("index.html", standings=standings, following=following)


@views.get("/lessons/<slug>/")
def show(lesson: Lesson) -> str:
    """A lesson's text, and beside it its tasks."""
    study = _study()
    lessons = [one.lesson for one in study.standings()]
    place = [one.slug for one in lessons].index(lesson.slug)
    return render_template(
        "lesson.html",
        lesson=lesson,
        text=rendered(lesson, lambda slug: url_for("lessons.show", slug=slug), _picture(lesson)),
        tasks=panel(lesson, study.verdict(lesson.slug)),
        before=lessons[place - 1] if place else None,
        after=lessons[place + 1] if place + 1 < len(lessons) else None,
        editor=f"vscode://file/{lesson.folder.as_posix().lstrip('/')}",
    )


@views.get("/lessons/<slug>/images/<name>")
def picture(lesson: Lesson, name: str) -> Response:
    """A picture of the text; nothing else in the folder."""
    return send_from_directory(lesson.folder / PICTURES, name, max_age=3600)


@views.get("/lessons/<slug>/solution")
def solution(lesson: Lesson) -> str:
    """The learner's files beside the solution, once all has passed."""
    standing = progress.standing(lesson)
    if not (standing.finished or progress.has_passed(lesson)):
        abort(409)
    return render_template("solution.html", lesson=lesson, files=changed_files(lesson))


def _study() -> Study:
    study: Study = current_app.config["STUDY"]
    return study


def _picture(lesson: Lesson) -> str:
    return url_for("lessons.picture", slug=lesson.slug, name="-").removesuffix("-")
