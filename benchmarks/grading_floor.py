"""A floor for grading over real HTTP: `python benchmarks/grading_floor.py FOLDER`.

What is left when everything that makes a grader is taken away. Each answer is loaded in a process forked from one that
has imported Flask, served by Werkzeug as `app.run()` does, and asked its four questions; as many at once as there are
cores. There are no walls, limits, messages, reports or marks kept. It is the floor of this design (a fork for each
answer, Werkzeug, a line for each request, a client in Python); another server or client may lie lower.
"""

from __future__ import annotations

import importlib
import os
import signal
import socket
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from multiprocessing import get_context
from pathlib import Path

import flask  # noqa: F401  # imported once, before the fork
from werkzeug.serving import WSGIRequestHandler, make_server

QUESTIONS = {
    "/": (200, b"Hello World!"),
    "/hi/Ada": (200, b"Hello Ada"),
    "/cookie/3": (200, b"Here are 3 cookies"),
    "/cookie/abc": (404, b""),
}


class Handler(WSGIRequestHandler):
    """Without a log line for each request."""

    disable_nagle_algorithm = True

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


def passed(folder: str) -> int:
    """How many of the four questions an answer gets right."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        pid = os.fork()
        if pid == 0:
            try:
                sys.path.insert(0, folder)
                app = importlib.import_module("app").app
                fd = listening.fileno()
                make_server("127.0.0.1", port, app, True, request_handler=Handler, fd=fd).serve_forever()
            finally:
                os._exit(1)
    try:
        return sum(answers(port))
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def answers(port: int) -> Iterator[bool]:
    """Ask one after the other, each on a line of its own, as the checks do."""
    for path, (status, text) in QUESTIONS.items():
        line = HTTPConnection("127.0.0.1", port, timeout=5)
        line.request("GET", path, headers={"Connection": "close"})
        reply = line.getresponse()
        yield reply.status == status and text in reply.read()
        line.close()


def main(folder: Path) -> None:
    """Grade all, and print how many answers got all four right."""
    sys.dont_write_bytecode = True
    answered = [str(file.parent) for file in sorted(folder.rglob("app.py"))]
    with get_context("fork").Pool(os.cpu_count()) as pool:
        marks = pool.map(passed, answered, chunksize=1)
    print(f"{marks.count(len(QUESTIONS))} of {len(answered)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
