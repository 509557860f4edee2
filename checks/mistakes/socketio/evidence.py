"""Lesson 13: what mistakes of several subjects are recognised by, in the code, the failure and the error."""

from __future__ import annotations

import ast

from shared.messages.socketio import HEARS_NOT
from shared.probes.handlers import handler
from shared.probes.source import dotted

DATA_ERRORS = {"TypeError", "AttributeError", "KeyError", "IndexError", "ValueError"}


def last_moment(failure):
    """What kind of thing has happened last between the clients and the server."""
    return failure.timeline[-1].kind if failure.timeline else ""


def heard_by_another(failure, event):
    """Whether a client has heard this event that should not have."""
    return failure.expected in {HEARS_NOT.format(who=who, event=event) for who in "가나다라마바사아자차"}


def emits_to(source, event):
    """Whether the handler of an event says `to=` or `room=` somewhere, or cannot be read."""
    found = handler(source, event)
    calls = [node for node in ast.walk(found.tree) if isinstance(node, ast.Call)] if found else []
    emits = [call for call in calls if dotted(call.func).endswith("emit")]
    return not emits or any(key.arg in ("to", "room", None) for call in emits for key in call.keywords)


def is_flask_socketio(source):
    """Whether the app uses Flask-SocketIO, where handlers take no `sid`."""
    return source.has("app.py", r"\bflask_socketio\b")


def is_data_error(error):
    """Whether a handler has met data of another shape than it thought."""
    return error.type in DATA_ERRORS
