"""What a warm worker imports before its first submission: Flask, and what the finished files of the lesson import.

A host that has imported less starts sooner, and its children have less memory to copy. A submission that imports
something else imports it itself.
"""

from __future__ import annotations

import re

from shared.lessons import Lesson
from shared.lessons.leftovers import files_below
from shared.worker.worker import EVERYTHING, FLASK

_IMPORT = re.compile(r"^[ \t]*(?:from|import)[ \t]+(\w+)", re.MULTILINE)

BESIDE = {"socketio": ("simple_websocket",), "flask": ("werkzeug.middleware.dispatcher",), "sqlite3": ("csv",)}
"""What comes with a module when it is used."""


def preload_for(lesson: Lesson) -> tuple[str, ...]:
    """Module names, the same for lessons that need the same."""
    found = set(FLASK)
    for folder in (lesson.solution, lesson.folder):
        for name in files_below(folder):
            if name.endswith(".py"):
                found.update(_IMPORT.findall((folder / name).read_text(encoding="utf-8", errors="replace")))
    wanted = [name for name in EVERYTHING if name in found]
    return tuple(dict.fromkeys([*wanted, *(more for name in wanted for more in BESIDE.get(name, ()))]))
