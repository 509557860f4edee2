"""One submission, in a process of its own: prepares the process, loads or runs the file, serves, answers questions.

Everything that leaves this process towards the check is a report, never a verdict: the submission shares the process
and may say what it likes. Marks come from what the check sees over the network.
"""

from __future__ import annotations

import ast
import contextlib
import locale
import os
import socket
import sys
import threading
from collections.abc import Callable
from typing import Any

from shared.server import serve
from shared.worker import calling, handlers, loading, program, querying, tracebacks
from shared.worker.channel import Channel, ChannelClosed
from shared.worker.connections import Connections
from shared.worker.lingering import linger
from shared.worker.observing import Observer, PortRedirector

THREAD_STACK_BYTES = 2 * 1024 * 1024
"""Enough for a request handler, and small enough that fifty threads do not look like a flood of memory."""


def main(spec: dict[str, Any], channel: Channel, sockets: list[socket.socket]) -> int:
    """Do what `spec` asks for until the end of the process. Returns the exit code.

    `spec` holds `mode` ("serve", "program", "call" or "sql"), `folder`, `file`, `env`, `limits`, `allocated` (see
    `_limit`), and `mounts`: for each of `sockets` the prefix under which the app is mounted there ("" for none).
    """
    prepare(spec)
    if spec["mode"] == "program":
        return program.run(spec["folder"], spec["file"], reporter(channel))
    if spec["mode"] == "sql":
        return querying.answer(spec["folder"], channel, reporter(channel))
    serving = Serving(spec, channel)
    return serving.run(sockets) if spec["mode"] == "serve" else serving.answer_calls()


def prepare(spec: dict[str, Any]) -> None:
    """Working folder, environment and limits of the submission."""
    os.chdir(spec["folder"])
    os.environ.update(spec["env"])
    sys.path[:] = [entry for entry in sys.path if entry]
    sys.dont_write_bytecode = True
    threading.stack_size(THREAD_STACK_BYTES)
    if sys.platform != "win32":
        _limit(spec["limits"], spec.get("allocated", 0))


def reporter(channel: Channel) -> Callable[[dict[str, Any]], None]:
    """A function that sends a report, and gives up quietly when nobody listens any more."""

    def report(message: dict[str, Any]) -> None:
        with contextlib.suppress(ChannelClosed, ValueError, TypeError):
            channel.send(message)

    return report


class Serving:
    """The submission's app, served in threads while the main thread keeps the process alive."""

    def __init__(self, spec: dict[str, Any], channel: Channel) -> None:
        self.folder: str = spec["folder"]
        self.file: str = spec["file"]
        self.mounts: list[str] = spec.get("mounts", [])
        self.channel = channel
        self.report = reporter(channel)
        self.app: Any = None
        self.main_thread = threading.get_ident()
        self.connections = Connections()
        self.caller = calling.Caller(self.folder, self.report)
        if spec.get("hurry"):
            calling.hurry_up(spec["hurry"], self.caller.timeouts)
        if spec.get("linger"):
            linger(spec["linger"])
        if spec.get("locale"):
            locale.setlocale(locale.LC_CTYPE, spec["locale"])

    def run(self, sockets: list[socket.socket]) -> int:
        """Load, serve and wait. Returns only when the check has closed the channel or nothing could be loaded."""
        questions = threading.Thread(target=self._answer_questions, daemon=True)
        questions.start()
        if not self._load():
            for sock in sockets:
                sock.close()
            questions.join()
            return 1
        for mount, sock in zip(self.mounts, sockets, strict=True):
            serve(under(mount, self.app), sock=sock)
        questions.join()
        return 0

    def answer_calls(self) -> int:
        """Load the file and call its functions when asked to; no app is looked for."""
        observer = Observer(self.folder)
        observer.install()
        questions = threading.Thread(target=self._answer_questions, daemon=True)
        questions.start()
        try:
            self.caller.module = loading.load_module(self.folder, self.file)
            self.report({"event": "loaded", "app_name": "", "routes": [], "runs": observer.runs})
        except BaseException as error:
            self.report({"event": "load_failed", **self._failure(error), "runs": observer.runs})
        self.caller.ready.set()
        questions.join()
        return 0

    def _load(self) -> bool:
        observer = Observer(self.folder)
        observer.install()
        PortRedirector().install()
        self.connections.install()
        try:
            module = self.caller.module = loading.load_module(self.folder, self.file)
            self.caller.ready.set()
            name, self.app = loading.find_app(module, observer.apps)
            self._watch_errors()
            routes = self._routes()
        except BaseException as error:
            self.report({"event": "load_failed", **self._failure(error), "runs": observer.runs})
            return False
        self.report({"event": "loaded", "app_name": name, "routes": routes, "runs": observer.runs})
        return True

    def _failure(self, error: BaseException) -> dict[str, Any]:
        kinds = {loading.NoApp: "no app", loading.SeveralApps: "several apps", SystemExit: "exit"}
        kind = next((word for cls, word in kinds.items() if isinstance(error, cls)), "error")
        return {"kind": kind, "error": tracebacks.describe(error, self.folder)}

    def _watch_errors(self) -> None:
        from flask import got_request_exception, request

        def on_error(sender: Any, exception: BaseException, **_: Any) -> None:
            where = {"method": request.method, "path": request.path}
            self.report({"event": "error", "error": tracebacks.describe(exception, self.folder), **where})

        # Kept on the object: blinker holds its receivers weakly.
        self._on_error = on_error
        got_request_exception.connect(on_error)
        handlers.watch(self.report, self.folder)

    def _routes(self) -> list[dict[str, Any]]:
        return [
            {
                "rule": rule.rule,
                "methods": sorted(rule.methods or ()),
                "endpoint": rule.endpoint,
                "where": self._view_place(rule.endpoint),
            }
            for rule in getattr(self.app, "url_map", _NO_RULES).iter_rules()
        ]

    def _view_place(self, endpoint: str) -> dict[str, Any] | None:
        view: Any = getattr(self.app, "view_functions", {}).get(endpoint)
        view = getattr(view, "view_class", view)
        while hasattr(view, "__wrapped__"):
            view = view.__wrapped__
        code = getattr(view, "__code__", None)
        if code is None or not tracebacks.is_inside(code.co_filename, self.folder):
            return None
        return {"file": tracebacks.relative(code.co_filename, self.folder), "line": code.co_firstlineno}

    def _answer_questions(self) -> None:
        while True:
            try:
                question, _ = self.channel.receive()
            except ChannelClosed:
                return
            if question.get("ask") == "connections":
                counts = {"opened": self.connections.opened, "closed": self.connections.closed}
                self.report({"event": "answer", "id": question.get("id"), **counts})
            elif question.get("ask") == "call":
                self.caller.start(question)
            elif question.get("ask") == "configure":
                self.app.config[question["name"]] = ast.literal_eval(question["value"])
                self.report({"event": "answer", "id": question.get("id")})
            elif question.get("ask") == "timeouts":
                self.report({"event": "answer", "id": question.get("id"), "timeouts": self.caller.timeouts[-50:]})
            elif question.get("ask") == "busy":
                line = self.caller.busy_line(question["call"]) if "call" in question else self._busy()
                self.report({"event": "answer", "id": question.get("id"), "line": line})

    def _busy(self) -> dict[str, Any] | None:
        return tracebacks.running_now(self.main_thread, self.folder) or self._busy_handler()

    def _busy_handler(self) -> dict[str, Any] | None:
        lines = (tracebacks.running_now(ident, self.folder) for ident in list(sys._current_frames()))
        return next((line for line in lines if line), None)


class _NoRules:
    """Stands in for the rules of an app that is no Flask app."""

    def iter_rules(self) -> list[Any]:
        return []


_NO_RULES = _NoRules()


def under(prefix: str, app: Any) -> Any:
    """The app as it is, or mounted under a prefix such as `/club` with everything else answering 404."""
    if not prefix:
        return app
    from werkzeug.exceptions import NotFound
    from werkzeug.middleware.dispatcher import DispatcherMiddleware

    return DispatcherMiddleware(NotFound(), {prefix: app})


def _limit(limits: dict[str, int], allocated: int) -> None:
    """Keep to the limits. `allocated`: bytes that a warm host had before, which are not the submission's."""
    import resource

    def lower(name: str, value: int) -> None:
        number = getattr(resource, name, None)
        if number is None:
            return
        _, hard = resource.getrlimit(number)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        # A system may not know a limit it names (macOS and memory); the supervisor measures all the same.
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(number, (value, value))

    lower("RLIMIT_DATA", limits["memory"] + allocated)
    lower("RLIMIT_FSIZE", limits["files"])
    lower("RLIMIT_CORE", 0)
    lower("RLIMIT_NOFILE", 512)
