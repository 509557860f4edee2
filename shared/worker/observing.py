"""Calls that would start a server are seen and not obeyed, while a file is only being loaded.

Beginners leave `app.run()` without a guard, ask for a reloader, or take a busy port. Their app is judged all the same,
and the call is kept so that a check can say what to mend. Runs inside the worker.
"""

from __future__ import annotations

import os
import socket
import socketserver
from collections.abc import Callable
from pathlib import Path
from typing import Any

from shared.server import QuietServer
from shared.worker import tracebacks


class Observer:
    """Keeps the run calls of one submission; `apps` are the apps they were called with."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.runs: list[dict[str, Any]] = []
        self.apps: list[Any] = []

    def install(self) -> None:
        """Replace every usual way to start a server by a note that it was called."""
        import flask
        import werkzeug.serving

        flask.Flask.run = self._app_run()  # type: ignore[method-assign]
        werkzeug.serving.run_simple = self._run_simple()
        for server in (socketserver.BaseServer, werkzeug.serving.BaseWSGIServer):
            server.serve_forever = self._serve_forever(server.serve_forever)  # type: ignore[method-assign]
        if self._mentions("flask_socketio"):
            self._replace_run_of_flask_socketio()

    def _mentions(self, module: str) -> bool:
        # Its import is slow, so nobody pays for it who does not use it.
        files = (os.path.join(self.folder, name) for name in os.listdir(self.folder) if name.endswith(".py"))
        return any(module.encode() in Path(file).read_bytes() for file in files)

    def _replace_run_of_flask_socketio(self) -> None:
        try:
            import flask_socketio  # type: ignore[import-untyped]
        except ImportError:
            return

        def run(sockets: Any, app: Any, host: Any = None, port: Any = None, **options: Any) -> None:
            # Not handed on to app.run: without a terminal the original refuses to start at all.
            self.apps.append(app)
            debug = options.get("debug", app.debug)
            self._note("socketio.run", host or "127.0.0.1", port or 5000, debug, options.get("use_reloader", debug))

        flask_socketio.SocketIO.run = run

    def _app_run(self) -> Callable[..., None]:
        def run(
            app: Any, host: Any = None, port: Any = None, debug: Any = None, load_dotenv: Any = True, **options: Any
        ) -> None:
            self.apps.append(app)
            debug = app.debug if debug is None else debug
            self._note("app.run", host or "127.0.0.1", port or 5000, debug, options.get("use_reloader", debug))

        return run

    def _run_simple(self) -> Callable[..., None]:
        def run_simple(
            hostname: Any, port: Any, application: Any, use_reloader: Any = False, use_debugger: Any = False, **_: Any
        ) -> None:
            self.apps.append(application)
            self._note("run_simple", hostname, port, use_debugger, use_reloader)

        return run_simple

    def _serve_forever(self, original: Callable[..., None]) -> Callable[..., None]:
        def serve_forever(server: Any, *args: Any, **options: Any) -> None:
            if isinstance(server, QuietServer):
                return original(server, *args, **options)
            app = getattr(server, "app", None) or getattr(server, "application", None)
            if app is not None:
                self.apps.append(app)
            host, port = server.server_address[:2]
            self._note("serve_forever", host, port, None, False)

        return serve_forever

    def _note(self, kind: str, host: Any, port: Any, debug: Any, use_reloader: Any) -> None:
        self.runs.append(
            {
                "kind": kind,
                "host": str(host),
                "port": port if isinstance(port, int) else None,
                "debug": None if debug is None else bool(debug),
                "use_reloader": bool(use_reloader),
                "where": tracebacks.calling_line(self.folder),
            }
        )


class PortRedirector:
    """Gives every socket that wants to listen a free port, and keeps which address it asked for.

    So a program finds its port free whatever else runs on this computer, and two checks never meet on port 5000.
    """

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []

    def install(self) -> None:
        """Take the place of `socket.socket.bind` and `listen`."""
        original_bind, original_listen = socket.socket.bind, socket.socket.listen
        wanted: dict[int, tuple[str, int]] = {}

        def bind(sock: socket.socket, address: Any) -> None:
            if sock.type != socket.SOCK_STREAM or sock.family not in (socket.AF_INET, socket.AF_INET6):
                return original_bind(sock, address)
            host, port = address[:2]
            wanted[sock.fileno()] = (str(host), port)
            if port and 0 < port < 65536:  # a port that does not exist must fail as it always does
                address = (host, 0, *address[2:])
            original_bind(sock, address)

        def listen(sock: socket.socket, *backlog: int) -> None:
            original_listen(sock, *backlog)
            if sock.fileno() in wanted:
                host, port = wanted[sock.fileno()]
                self.asked.append({"host": host, "port": port, "real_port": sock.getsockname()[1]})
                self.listening()

        socket.socket.bind = bind  # type: ignore[assignment,method-assign]
        socket.socket.listen = listen  # type: ignore[assignment,method-assign]

    def listening(self) -> None:
        """Called after each new listening socket; whoever wants to know replaces it."""
