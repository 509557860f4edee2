"""Call functions of a submission on the check's behalf: runs inside the worker.

Values travel as Python literals, so that a tuple stays a tuple and `1` stays apart from `True`. What is no literal is
told by its type and its repr alone.
"""

from __future__ import annotations

import ast
import socket
import threading
from collections.abc import Callable
from types import ModuleType
from typing import Any

from shared.worker import printing, tracebacks

MAX_LITERAL = 100_000
PLAIN = (str, bytes, int, float, complex, bool, type(None))


class Caller:
    """Answers the check's requests to call something, each in a thread of its own."""

    def __init__(self, folder: str, report: Callable[[dict[str, Any]], None]) -> None:
        self._folder = folder
        self._report = report
        self._threads: dict[int, threading.Thread] = {}
        self.module: ModuleType | None = None
        self.ready = threading.Event()
        self.timeouts: list[float] = []

    def start(self, question: dict[str, Any]) -> None:
        """Call `function` with `arguments` (the repr of a tuple) and report the result under `id`."""
        thread = threading.Thread(target=self._call, args=(question,), daemon=True)
        self._threads[question["id"]] = thread
        thread.start()

    def busy_line(self, call: int) -> dict[str, Any] | None:
        """The learner's line that a call is running just now."""
        thread = self._threads.get(call)
        return tracebacks.running_now(thread.ident or 0, self._folder) if thread else None

    def _call(self, question: dict[str, Any]) -> None:
        made: dict[str, Any] = {"event": "result", "id": question["id"]}
        self.ready.wait()
        try:
            function = getattr(self.module, question["function"], None)
            if not callable(function):
                self._report({**made, "kind": "missing"})
                return
            value = function(*ast.literal_eval(question["arguments"]))
            made |= {"kind": "value", "type": type(value).__name__, "repr": _repr(value), "literal": is_literal(value)}
        except BaseException as error:
            made |= {"kind": "raised", "error": tracebacks.describe(error, self._folder)}
            made["bases"] = [f"{base.__module__}.{base.__qualname__}" for base in type(error).__mro__]
        self._report({**made, "timeouts": self.timeouts[-50:], "written": printing.written()})


def hurry_up(factor: float, timeouts: list[float]) -> None:
    """Make every time limit of a socket shorter by `factor`, and keep the limits that were asked for.

    So a check need not wait five seconds to see that a function gives up after five seconds.
    """
    original = socket.socket.settimeout

    def settimeout(sock: socket.socket, value: float | None) -> None:
        if value is not None:
            timeouts.append(value)
            value = value / factor
        original(sock, value)

    socket.socket.settimeout = settimeout  # type: ignore[assignment,method-assign]


def is_literal(value: Any, depth: int = 0) -> bool:
    """Whether a value is made of plain types alone, so that its repr can be read back."""
    if depth > 50:
        return False
    if type(value) in PLAIN:
        return value == value and value not in (float("inf"), float("-inf"))
    if type(value) in (list, tuple, set, frozenset):
        return type(value) is not frozenset and all(is_literal(item, depth + 1) for item in value)
    if type(value) is dict:
        return all(is_literal(key, depth + 1) and is_literal(item, depth + 1) for key, item in value.items())
    return False


def _repr(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= MAX_LITERAL else text[:1000] + "..."
