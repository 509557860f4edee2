"""What a warm host does before its first order, so that its children need not: load and serve a small app a few times.

A forked child shares its parent's memory page by page, until it writes to a page. Code that has never run writes to
itself when it does (caches of the interpreter, modules imported late), and so does every pass of the garbage collector.
What the host has done once is done for all its children, and is left alone by their collectors.
"""

from __future__ import annotations

import contextlib
import gc
import importlib.metadata
import os
import shutil
import socket
import sys
import threading
import time
from functools import cache
from typing import Any

from shared.worker import loading
from shared.worker.channel import SocketChannel

ROUNDS = 10
"""Python 3.11 and later rewrite code to a faster form after some ten runs."""

SECONDS = 5.0
NAME = "practice_of_the_workbook"
APP = """
from flask import Flask

app = Flask(__name__)


@app.route("/")
def index():
    return "Hello"


@app.post("/")
def add():
    return {"number": 1}, 201


@app.route("/word/<word>")
def word(word):
    return f"Hello {word}"


@app.route("/number/<int:number>")
def number(number):
    return f"{number}"
"""
REQUESTS = (
    b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept: */*\r\nUser-Agent: practice\r\n\r\n",
    b"GET /word/a HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept: */*\r\n\r\n",
    b"GET /number/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept: */*\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
)


def practise(scratch: str, rounds: int = ROUNDS) -> None:
    """Load and serve in this process; no thread, no file and no module of it is left afterwards."""
    folder = os.path.join(scratch, NAME)
    search = sys.path[:]
    # Werkzeug asks for its own version for every server, and the answer is looked for in the folders of all packages.
    importlib.metadata.version = cache(importlib.metadata.version)
    with contextlib.suppress(ImportError, OSError):
        os.mkdir(folder)
        with open(os.path.join(folder, f"{NAME}.py"), "w", encoding="utf-8") as file:
            file.write(APP)
        writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True
        for _ in range(rounds):
            app = _loaded(folder)
        _serve(app, rounds)
        sys.dont_write_bytecode = writes
    shutil.rmtree(folder, ignore_errors=True)
    sys.path[:] = search
    sys.modules.pop(NAME, None)
    sys.path_importer_cache.pop(folder, None)
    until = time.monotonic() + SECONDS
    while threading.active_count() > 1 and time.monotonic() < until:
        time.sleep(0.001)


def settle() -> None:
    """Let no collector touch what is in memory now, here or in any child."""
    gc.collect()
    gc.disable()
    gc.freeze()


def _loaded(folder: str) -> Any:
    sys.modules.pop(NAME, None)
    return loading.find_app(loading.load_module(folder, f"{NAME}.py"), [])[1]


def _serve(app: Any, rounds: int) -> None:
    from shared.server import serve

    ours, theirs = (SocketChannel(sock) for sock in socket.socketpair())
    with contextlib.closing(ours), contextlib.closing(theirs), serve(app) as server:
        for request in REQUESTS * rounds:
            with socket.create_connection((server.host, server.port), timeout=SECONDS) as line:
                line.sendall(request)
                line.recv(65536)
            ours.send({"event": "practice", "where": {"file": NAME, "line": 1}})
            theirs.receive()
