"""Errors in Socket.IO handlers: nobody is answered with a 500 there, so they are caught where they surface."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from shared.worker import tracebacks

EVENT_LOGGER = "engineio.server"
"""Where the library logs what a `connect` or `disconnect` handler raises. Others run in threads of their own."""


def watch(report: Callable[[dict[str, Any]], None], folder: str) -> None:
    """Report every error of a handler, and let it be printed as it always is."""
    print_it = threading.excepthook

    def on_thread_error(failure: threading.ExceptHookArgs) -> None:
        if failure.exc_value is not None:
            report({"event": "error", "error": tracebacks.describe(failure.exc_value, folder)})
        print_it(failure)

    threading.excepthook = on_thread_error
    logging.getLogger(EVENT_LOGGER).addHandler(_Reporter(report, folder))


class _Reporter(logging.Handler):
    def __init__(self, report: Callable[[dict[str, Any]], None], folder: str) -> None:
        super().__init__()
        self._report = report
        self._folder = folder

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            self._report({"event": "error", "error": tracebacks.describe(error, self._folder)})
