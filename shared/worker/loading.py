"""Finding the app in what the learner wrote: runs inside the worker."""

from __future__ import annotations

import importlib
import os
import sys
from types import ModuleType
from typing import Any

FACTORIES = ("create_app", "make_app")


class NoApp(Exception):
    """The file was read to its end and holds no app."""


class SeveralApps(Exception):
    """The file holds several apps, and none is called `app`."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(", ".join(names))


def load_module(folder: str, file: str) -> ModuleType:
    """Import a file of the submission by its module name, with its folder in front of the search path.

    A name that the worker itself has imported already (`requests.py`, `flask.py`) must not hide the learner's file,
    so it is forgotten first: just what would happen to somebody who starts the file by hand.
    """
    put_first(folder)
    return importlib.import_module(os.path.splitext(file)[0].replace("/", "."))


def put_first(folder: str) -> None:
    """Make imports find the submission's own files first, also those named like a module that is imported already."""
    sys.path.insert(0, folder)
    for entry in os.listdir(folder):
        if entry.endswith(".py"):
            _forget(entry[:-3])


def find_app(module: ModuleType, run_with: list[Any]) -> tuple[str, Any]:
    """The app of a module and its name.

    A module-level app comes first (by the name `app` where there are several), then a factory, then an app that was
    seen only in a run call (`run_with`).

    Raises:
        NoApp: there is none.
        SeveralApps: there are several and none is called `app` or `application`.
    """
    found = _outermost({name: value for name, value in vars(module).items() if _is_app(value) and name[0] != "_"})
    for name in ("app", "application"):
        if name in found:
            return name, found[name]
    distinct = {id(value): name for name, value in found.items()}
    if len(distinct) == 1:
        name = next(iter(distinct.values()))
        return name, found[name]
    if len(distinct) > 1:
        raise SeveralApps(sorted(distinct.values()))
    for name in FACTORIES:
        factory = getattr(module, name, None)
        if callable(factory):
            return f"{name}()", factory()
    if run_with:
        return "", run_with[-1]
    raise NoApp


def _is_app(value: Any) -> bool:
    import flask

    if isinstance(value, flask.Flask):
        return True
    # Socket.IO's WSGIApp and ASGI look-alikes wrap a Flask app; their class is known only where it was imported.
    engineio = sys.modules.get("engineio")
    return engineio is not None and isinstance(value, engineio.WSGIApp)


def _outermost(apps: dict[str, Any]) -> dict[str, Any]:
    """Without the apps that stand inside another one, as a Flask app in Socket.IO's WSGIApp does."""
    inside = set()
    for value in apps.values():
        inner = getattr(value, "wsgi_app", None)
        inner = getattr(inner, "__self__", inner)  # flask_app.wsgi_app in place of flask_app
        if inner is not value and getattr(inner, "wsgi_app", None) is not value:
            inside.add(id(inner))
    return {name: value for name, value in apps.items() if id(value) not in inside}


def _forget(name: str) -> None:
    # Going through a thousand modules would write to the memory of each name, which a forked child then has to copy.
    if name not in sys.modules:
        return
    for known in [known for known in sys.modules if known == name or known.startswith(f"{name}.")]:
        del sys.modules[known]
