"""Run the learner's file as a program, as `python app.py` does: runs inside the worker.

Only two things differ from a start by hand: the port (see `PortRedirector`) and the reloader, which would start the
file a second time in a process of its own.
"""

from __future__ import annotations

import os
import runpy
import sys
import threading
from collections.abc import Callable
from typing import Any

from shared.worker import loading, tracebacks
from shared.worker.observing import PortRedirector


def run(folder: str, file: str, report: Callable[[dict[str, Any]], None]) -> int:
    """Run the file to its end, reporting each listening socket and how it ended. Returns the exit code."""
    ports = PortRedirector()
    ports.listening = lambda: report({"event": "listening", **ports.asked[-1]})  # type: ignore[method-assign]
    ports.install()
    _watch_werkzeug(folder, report)
    sys.argv = [file]
    loading.put_first(folder)
    code, error = _run_path(os.path.join(folder, file), folder)
    _wait_for_threads()
    report({"event": "ended", "code": code, "error": error})
    return code


def _run_path(path: str, folder: str) -> tuple[int, dict[str, Any] | None]:
    try:
        runpy.run_path(path, run_name="__main__")
    except SystemExit as stop:
        if stop.code is None or isinstance(stop.code, int):
            return stop.code or 0, None
        print(stop.code, file=sys.stderr)
        return 1, None
    except BaseException as error:
        sys.excepthook(type(error), error, error.__traceback__)
        return 1, tracebacks.describe(error, folder)
    return 0, None


def _wait_for_threads() -> None:
    # Python itself waits for these before a program ends, so a server in such a thread goes on.
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()


def _watch_werkzeug(folder: str, report: Callable[[dict[str, Any]], None]) -> None:
    import werkzeug._reloader
    import werkzeug.serving

    def without_reloader(main_func: Callable[[], None], *_: Any, **__: Any) -> None:
        report({"event": "reloader"})
        main_func()

    original = werkzeug.serving.BaseWSGIServer.serve_forever

    def serve_forever(server: Any, *args: Any, **options: Any) -> None:
        app = server.app
        while not hasattr(app, "debug") and hasattr(app, "app"):  # DebuggedApplication and other wrappers
            app = app.app
        where = tracebacks.calling_line(folder)
        report({"event": "serving", "debug": bool(getattr(app, "debug", False)), "where": where})
        original(server, *args, **options)

    werkzeug._reloader.run_with_reloader = without_reloader
    werkzeug.serving.BaseWSGIServer.serve_forever = serve_forever  # type: ignore[assignment,method-assign]
