"""The Flask app of the study page: who may come in, and which view answers what."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, render_template, url_for
from werkzeug.exceptions import HTTPException

from shared.lessons import Lesson, LessonError, find
from shared.messages import page as words
from shared.page import actions, assets, events, guard, lessons
from shared.page.events import Streams
from shared.watching import Study


def create_app(study: Study, streams: Streams, *, token: str, port: int) -> Flask:
    """The app for one study. Only who brings the token, on this port of this computer, gets an answer."""
    app = Flask(__name__)
    app.config.update(STUDY=study, STREAMS=streams, MAX_CONTENT_LENGTH=64 * 1024)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["words"] = words
    guard.protect(app, token, port)
    for blueprint in (lessons.views, actions.views, events.views, assets.views):
        app.register_blueprint(blueprint)
    app.register_error_handler(LessonError, _no_lesson)
    app.register_error_handler(HTTPException, _refused)

    @app.url_value_preprocessor
    def find_lesson(_: str | None, values: dict[str, Any] | None) -> None:
        """`slug` in an address becomes the lesson; a name that is no lesson's is 404 before any view sees it."""
        if values and "slug" in values:
            values["lesson"] = find_exactly(study, values.pop("slug"))

    @app.url_defaults
    def name_lesson(_: str, values: dict[str, Any]) -> None:
        """`url_for(..., lesson=lesson)` writes its slug."""
        if isinstance(values.get("lesson"), Lesson):
            values["slug"] = values.pop("lesson").slug

    return app


def find_exactly(study: Study, slug: str) -> Lesson:
    """The lesson of this folder name, and not one that is merely called so.

    Raises:
        LessonError: there is none.
    """
    lesson = find(slug, study.root)
    if lesson.slug != slug:
        raise LessonError(words.NO_LESSON)
    return lesson


def _no_lesson(_: LessonError) -> tuple[str, int]:
    return render_template("refused.html", sentence=words.NO_LESSON, home=url_for("lessons.index")), 404


def _refused(error: HTTPException) -> Response | tuple[str, int]:
    sentence = words.REFUSALS.get(error.code or 500, words.REFUSED)
    return render_template("refused.html", sentence=sentence, home=None), error.code or 500
