"""Handlers that linger meet each other; what a lock keeps apart stays apart. Reports of their errors can be awaited."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from shared.probes.application import Application
from shared.probes.deadline import Deadline
from shared.probes.socketio import WEBSOCKET, Sockets
from shared.worker.runs import Run
from shared.worker.worker import Job

Serve = Callable[..., tuple[Sockets, Run]]

COUNTS = """
import threading
import socketio
from contextlib import nullcontext
from flask import Flask
app = Flask(__name__)
sio = socketio.Server(async_mode="threading")
app.wsgi_app = socketio.WSGIApp(sio, app.wsgi_app)
count, lock = 0, LOCK()
@sio.event
def more(sid):
    global count
    with lock:
        seen = count
        sio.emit("step", to=sid)
        count = seen + 1
    return count
@sio.event
def total(sid):
    return count
@sio.event
def disconnect(sid, reason):
    raise KeyError("gone")
"""


@pytest.fixture
def serve(open_job: Callable[[dict[str, str]], Job]) -> Iterator[Serve]:
    """The sockets probe on a server that counts under this lock, and the server's run."""
    made: list[Sockets] = []

    def start(lock: str, linger: float) -> tuple[Sockets, Run]:
        job = open_job({"app.py": COUNTS.replace("LOCK", lock)})
        run, ports = job.serve("app.py", linger=linger)
        loaded = run.wait_for(lambda report: report["event"] in ("loaded", "load_failed"), 10)
        assert loaded is not None and loaded["event"] == "loaded", loaded

        def dial(limit: float) -> object:
            return job.connect("127.0.0.1", ports[""], limit)

        made.append(Sockets("http://127.0.0.1", dial, Deadline(10), lambda: len(run.errors())))  # type: ignore[arg-type]
        return made[-1], run

    yield start
    for sockets in made:
        sockets.end()


@pytest.mark.parametrize(("lock", "kept"), [("threading.Lock", True), ("nullcontext", False)])
def test_handlers_that_linger_meet_unless_a_lock_keeps_them_apart(serve: Serve, lock: str, kept: bool) -> None:
    sockets, _ = serve(lock, 0.02)
    clients = [sockets.connect(transports=WEBSOCKET) for _ in range(3)]
    for client in clients:
        client.emit("more")
    for client in clients:
        client.wait_for_handlers()
    assert (clients[0].call("total") == 3) == kept


def test_the_error_of_a_handler_is_known_once_the_application_has_caught_up(serve: Serve) -> None:
    for _ in range(10):
        sockets, run = serve("nullcontext", 0.0)
        application = Application(lambda run=run: run, lambda _: None)  # type: ignore[misc]
        client = sockets.connect(transports=WEBSOCKET)
        assert not sockets.has_failed()
        client.leave()
        application.catch_up()
        assert sockets.has_failed()
