"""Errors that Flask, Werkzeug and Jinja really raise, in the versions installed here."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import Any

import flask
import pytest

from shared.messages.errors import explain
from shared.verdict import Frame, PythonError
from tests.messages.flask_cases import LOADING, VIEWS


def app_with_hi() -> flask.Flask:
    app = flask.Flask("app")
    app.config.update(PROPAGATE_EXCEPTIONS=True, TRAP_HTTP_EXCEPTIONS=True)
    app.add_url_rule("/hi/<name>", "hi", lambda name: name, methods=["GET"])
    return app


def names_for(app: flask.Flask) -> dict[str, Any]:
    names = {name: getattr(flask, name) for name in dir(flask) if not name.startswith("_") and name != "globals"}
    return {**names, "app": app, "__name__": "app"}


def error_of(program: str, run: Callable[[], object]) -> PythonError:
    """What `run` raises, with the frames that lie in the program."""
    lines = program.splitlines()
    try:
        run()
    except Exception as error:
        numbers = [
            frame.lineno or 1 for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "app.py"
        ]
        frames = tuple(Frame("app.py", number, "view", lines[number - 1].strip()) for number in numbers)
        text = error.msg if isinstance(error, SyntaxError) else str(error)
        return PythonError(type(error).__name__, text, frames)
    raise AssertionError("nothing was raised")


@pytest.mark.parametrize("name", LOADING)
def test_slip_in_a_program_is_explained(name: str) -> None:
    program, says = LOADING[name]
    app = app_with_hi()
    error = error_of(program, lambda: exec(compile(program, "app.py", "exec"), names_for(app)))
    explained = explain(error)
    assert explained is not None, error
    assert says in explained


@pytest.mark.parametrize("name", VIEWS)
def test_slip_in_a_view_is_explained(name: str) -> None:
    program, how, says = VIEWS[name]
    options: dict[str, Any] = {"rule": "/", "path": "/", "method": "GET", **how}
    app = app_with_hi()
    names = names_for(app)
    exec(compile(program, "app.py", "exec"), names)
    app.add_url_rule(options["rule"], view_func=names["view"], methods=options.get("methods", [options["method"]]))
    client = app.test_client()
    error = error_of(program, lambda: client.open(options["path"], method=options["method"]))
    explained = explain(error)
    assert explained is not None, error
    assert says in explained
