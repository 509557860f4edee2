"""Whether submissions can be run here, and whether walls can stand around them."""

from __future__ import annotations

import http.client
import sys
from pathlib import Path

from shared.doctor.finding import Finding
from shared.messages import doctor as words
from shared.worker import walls as bubblewrap
from shared.worker.hosts import WorkerUnavailable
from shared.worker.worker import FLASK, Worker

APP = b"from flask import Flask\napp = Flask(__name__)\n@app.get('/')\ndef index():\n    return 'workbook'\n"
SECONDS = 20.0


def worker(_: Path) -> Finding:
    """A tiny app can be run and asked, without walls."""
    with Worker(walled=False, preload=FLASK) as one:
        fault = _try(one)
    if fault is not None:
        return Finding(words.WORKER, words.worker_failed(fault), words.SHOW_TEACHER, blocks=True)
    return Finding(words.WORKER, words.WORKER_FINE)


def walls(_: Path) -> Finding:
    """The same inside bubblewrap, really started: that it is installed does not mean that it may be used."""
    if not sys.platform.startswith("linux"):
        return Finding(words.WALLS, words.WALLS_ELSEWHERE)
    if bubblewrap.installed() is None:
        return Finding(words.WALLS, words.WALLS_MISSING, words.WALLS_INSTALL)
    with Worker(walled=True, preload=FLASK) as one:
        fault = _try(one)
        standing = one.walls is not None
    if fault is not None or not standing:
        return Finding(words.WALLS, words.WALLS_REFUSED, words.WALLS_ALLOW)
    return Finding(words.WALLS, words.WALLS_FINE)


def _try(worker: Worker) -> str | None:
    """Serve the tiny app and ask it once; what went wrong, or None."""
    try:
        with worker.open("doctor", {"app.py": APP}) as job:
            run, ports = job.serve("app.py")
            said = run.wait_for(lambda report: report.get("event") in ("loaded", "load_failed"), SECONDS)
            if said is None or said["event"] != "loaded":
                return job.output.strip() or str(said)
            connection = http.client.HTTPConnection("127.0.0.1", ports[""])
            connection.sock = job.connect("127.0.0.1", ports[""], SECONDS)
            try:
                connection.request("GET", "/")
                body = connection.getresponse().read()
            finally:
                connection.close()
            return None if body == b"workbook" else repr(body[:60])
    except (WorkerUnavailable, OSError, http.client.HTTPException) as error:
        return f"{type(error).__name__}: {error}"
