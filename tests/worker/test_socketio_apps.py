"""Apps with Socket.IO: which object is served, and where errors of handlers go."""

from __future__ import annotations

import importlib.util
import time

import pytest

from shared.probes.deadline import Deadline
from shared.probes.socketio import Sockets
from tests.worker.conftest import SECONDS, Start, loaded

BEGIN = "import socketio\nfrom flask import Flask\nsio = socketio.Server(async_mode='threading')\n"
ECHO = "@sio.event\ndef echo(sid, text=None):\n    return text.upper()\n"
APP = BEGIN + "app = Flask(__name__)\napp.wsgi_app = socketio.WSGIApp(sio, app.wsgi_app)\n"

WAYS = {
    "inside_wsgi_app": APP,
    "around_by_the_name_app": BEGIN + "site = Flask(__name__)\napp = socketio.WSGIApp(sio, site)\n",
    "around_by_another_name": BEGIN + "app = Flask(__name__)\nserver = socketio.WSGIApp(sio, app)\n",
    "around_the_method": BEGIN + "app = Flask(__name__)\nserver = socketio.WSGIApp(sio, app.wsgi_app)\n",
    "both": BEGIN + "app = Flask(__name__)\nwsgi = app.wsgi_app = socketio.WSGIApp(sio, app.wsgi_app)\n",
    "without_flask": BEGIN + "server = socketio.WSGIApp(sio)\n",
    "seen_in_run_simple": BEGIN
    + "from werkzeug.serving import run_simple\nrun_simple('x', 1, socketio.WSGIApp(sio, Flask('y')))\n",
}


@pytest.mark.parametrize("way", WAYS)
def test_the_app_that_speaks_socketio_is_served(start: Start, way: str) -> None:
    job = start(app=WAYS[way] + ECHO)
    run, ports = job.serve("app.py")
    assert loaded(run)["event"] == "loaded"
    port = ports[""]
    sockets = Sockets(f"http://127.0.0.1:{port}", lambda seconds: job.connect("127.0.0.1", port, seconds), Deadline(10))
    try:
        assert sockets.connect().call("echo", "hello") == "HELLO"
    finally:
        sockets.end()


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        (APP + ECHO, "AttributeError", 8),
        (APP + "@sio.event\ndef connect(sid, environ, auth):\n    auth['name']\n", "TypeError", 8),
        (APP + "@sio.event\ndef disconnect(sid, reason):\n    1 / 0\n", "ZeroDivisionError", 8),
    ],
)
def test_errors_of_handlers_are_reported_and_printed(start: Start, text: str, kind: str, line: int) -> None:
    job = start(app=text)
    run, ports = job.serve("app.py")
    assert loaded(run)["event"] == "loaded"
    sockets = Sockets(
        f"http://127.0.0.1:{ports['']}",
        lambda seconds: job.connect("127.0.0.1", ports[""], seconds),
        Deadline(10),
        lambda: len(run.errors()),
    )
    client = sockets.attempt()
    if client.ending == "connects":
        client.emit("echo")
        client.leave()
    run.wait_for(lambda _: bool(run.errors()), 5)
    sockets.end()
    assert [(error.type, error.frames[-1].line) for error in run.errors()][:1] == [(kind, line)]
    until = time.monotonic() + SECONDS
    while kind not in run.output.text and time.monotonic() < until:
        time.sleep(0.01)  # the output comes another way than the report, and tells nobody
    assert kind in run.output.text


@pytest.mark.skipif(importlib.util.find_spec("flask_socketio") is None, reason="Flask-SocketIO is not installed")
def test_flask_socketios_run_is_seen_and_not_obeyed(start: Start) -> None:
    text = "from flask import Flask\nfrom flask_socketio import SocketIO\napp = Flask(__name__)\n"
    run, _ = start(app=text + "SocketIO(app).run(app, port=5001, debug=True)\n").serve("app.py")
    report = loaded(run)
    assert (report["event"], report["app_name"]) == ("loaded", "app")
    assert [(call["kind"], call["port"], call["debug"]) for call in report["runs"]] == [("socketio.run", 5001, True)]
