"""Serving and running a submission: ports, mounts, calls, ends."""

from __future__ import annotations

import contextlib
import socket
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from shared.worker.limits import Limits
from shared.worker.worker import Job, Worker
from tests.needs import needs_bubblewrap, needs_linux
from tests.worker.conftest import SECONDS, Start, event, loaded

APP = "from flask import Flask\napp = Flask(__name__)\n@app.route('/')\ndef home():\n    return 'Hello'\n"


def ask(job: Job, port: int, path: str = "/", host: str = "127.0.0.1") -> str:
    with job.connect(host, port, SECONDS) as line:
        line.sendall(f"GET {path} HTTP/1.0\r\n\r\n".encode())
        return b"".join(iter(lambda: line.recv(65536), b"")).decode("utf-8")


def test_served_at_once_on_its_port(start: Start) -> None:
    job = start(app=APP)
    run, ports = job.serve("app.py")
    answer = ask(job, ports[""])  # asked before it has been loaded: the socket listens already
    assert answer.startswith("HTTP/1.1 200") and answer.endswith("Hello")
    assert loaded(run)["event"] == "loaded"


def test_many_connections_one_after_the_other_and_side_by_side(start: Start) -> None:
    job = start(app=APP)
    run, ports = job.serve("app.py")
    loaded(run)
    for _ in range(20):
        assert ask(job, ports[""]).endswith("Hello")
    with ThreadPoolExecutor(30) as people:
        answers = list(people.map(lambda _: ask(job, ports[""]), range(60)))
    assert all(answer.endswith("Hello") for answer in answers)


@needs_linux
def test_the_other_side_sees_the_address_that_was_asked_for(start: Start) -> None:
    job = start(app=APP.replace("return 'Hello'", "from flask import request; return request.remote_addr"))
    _, ports = job.serve("app.py")
    for source in ("127.0.0.1", "127.0.0.3"):
        with job.connect("127.0.0.1", ports[""], SECONDS, source) as line:
            line.sendall(b"GET / HTTP/1.0\r\n\r\n")
            assert b"".join(iter(lambda: line.recv(65536), b"")).endswith(source.encode())


@needs_bubblewrap
def test_behind_walls_a_name_is_not_looked_up(warm: Worker) -> None:
    with warm.open("lesson", {"app.py": APP.encode()}) as job:
        _, ports = job.serve("app.py")
        with pytest.raises(socket.gaierror):
            job.connect("localhost", ports[""], SECONDS)


@pytest.mark.parametrize(
    ("host", "port"), [("x" * 70 + ".y", 80), ("\ud800", 80), ("a\0b", 80), ("127.0.0.1", -1), ("::1", 10**12)]
)
def test_an_address_that_is_none_is_no_fault_of_ours(start: Start, host: str, port: int) -> None:
    job = start(app=APP)
    _, ports = job.serve("app.py")
    with pytest.raises(OSError):
        job.connect(host, port, SECONDS)
    assert ask(job, ports[""]).endswith("Hello")


@needs_bubblewrap
def test_a_kind_of_network_that_is_not_to_be_had_is_told(warm: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    with warm.open("lesson", {"app.py": APP.encode()}) as job:
        _, ports = job.serve("app.py")
        unknown = (12_345, socket.SOCK_STREAM, 0, "", ("127.0.0.1", ports[""]))
        with monkeypatch.context() as patched:
            patched.setattr(socket, "getaddrinfo", lambda *_, **__: [unknown])
            with pytest.raises(OSError, match="family"):
                job.connect("127.0.0.1", ports[""], SECONDS)
        assert ask(job, ports[""]).endswith("Hello")


@needs_linux
def test_what_the_host_had_before_is_not_taken_off_the_memory(warm: Worker) -> None:
    warm.limits = Limits(memory=256 * 2**20)
    fits = "x = bytearray(240 << 20)\ndel x\n"
    does_not = "try:\n    bytearray(270 << 20)\nexcept MemoryError:\n    print('too much')\n"
    with warm.open("lesson", {"app.py": (fits + does_not + APP).encode()}) as job:
        assert loaded(job.serve("app.py")[0])["event"] == "loaded"
    assert job.output == "too much\n"


def test_mounts(start: Start) -> None:
    job = start(app=APP.replace("return 'Hello'", "from flask import url_for; return url_for('home')"))
    _, ports = job.serve("app.py", ("", "/club"))
    assert ask(job, ports[""]).endswith("\r\n\r\n/")
    assert ask(job, ports["/club"], "/club/").endswith("\r\n\r\n/club/")
    assert " 404 " in ask(job, ports["/club"], "/")


@pytest.mark.parametrize("text", ["import os\nos._exit(3)\n", "import sys\nsys.exit(3)\n", APP + "raise ValueError\n"])
def test_dead_run_refuses_at_once(start: Start, text: str) -> None:
    job = start(app=text)
    run, ports = job.serve("app.py")
    run.wait_for(lambda r: r.get("event") == "load_failed", SECONDS)
    began = time.monotonic()
    with pytest.raises(ConnectionRefusedError):
        while time.monotonic() - began < SECONDS:  # the socket closes a moment after the report
            job.connect("127.0.0.1", ports[""], SECONDS).close()
            time.sleep(0.01)


def test_exit_code_of_a_run_that_ended(start: Start) -> None:
    run, _ = start(app="import os\nos._exit(3)\n").serve("app.py")
    assert run.wait_for(lambda r: False, SECONDS) is None
    assert run.gone and run.state() == {"exit": 3, "broken": None}


def test_stop_ends_one_run_alone(start: Start) -> None:
    job = start(app=APP)
    first, ports = job.serve("app.py")
    second, others = job.serve("app.py")
    loaded(first), loaded(second)
    first.stop()
    with pytest.raises(OSError):
        ask(job, ports[""])
    assert ask(job, others[""]).endswith("Hello")


def test_output_is_utf8_and_kept_after_the_end(start: Start) -> None:
    job = start(app=APP + "print('안녕')\nimport sys\nprint('\\ud800', file=sys.stderr)\n")
    loaded(job.serve("app.py")[0])
    job.end()
    job.end()
    assert job.output.splitlines() == ["안녕", "\\ud800"]


@pytest.mark.parametrize(
    ("ending", "asked"),
    [
        ("app.run()", ("127.0.0.1", 5000)),
        ("if __name__ == '__main__':\n    app.run(port=8080, debug=True)", ("127.0.0.1", 8080)),
        ("from werkzeug.serving import run_simple\nrun_simple('0.0.0.0', 5000, app)", ("0.0.0.0", 5000)),
        (
            "from werkzeug.serving import make_server\nmake_server('127.0.0.1', 1, app).serve_forever()",
            ("127.0.0.1", 1),
        ),
        ("import threading\nthreading.Thread(target=app.run).start()", ("127.0.0.1", 5000)),
        ("from shared.server import serve\nimport time\nserver = serve(app)\ntime.sleep(60)", ("127.0.0.1", 0)),
    ],
)
def test_program_serves_wherever_it_asks_to(start: Start, ending: str, asked: tuple[str, int]) -> None:
    with contextlib.ExitStack() as busy:
        with contextlib.suppress(OSError):  # somebody else has it: just as well
            busy.enter_context(socket.create_server(("127.0.0.1", 5000)))
        job = start(app=f"{APP}{ending}\n")
        report = event(job.program("app.py", {}), "listening")
        assert (report["host"], report["port"]) == asked
        assert ask(job, report["real_port"]).endswith("Hello")


@pytest.mark.parametrize(
    ("ending", "code", "error"),
    [
        ("", 0, None),
        ("raise SystemExit(4)", 4, None),
        ("raise SystemExit('bye')", 1, None),
        ("1 / 0", 1, "ZeroDivisionError"),
        ("import os\napp.run(port=os.environ['PORT'])", 1, "ValueError"),
        ("import socket\nsocket.create_server(('127.0.0.1', 70000))", 1, "OverflowError"),
    ],
)
def test_program_that_ends(start: Start, ending: str, code: int, error: str | None) -> None:
    run = start(app=f"{APP}{ending}\n").program("app.py", {"PORT": "eighty"})
    report = event(run, "ended")
    assert report["code"] == code, run.output.text
    assert (report["error"] or {}).get("type") == error


def test_call_gives_a_result(start: Start) -> None:
    run = start(app="def double(x):\n    return x * 2\n").module("app.py")
    _, report = run.call("double", ([1, "가"],), SECONDS)
    assert report is not None and report["repr"] == "[1, '가', 1, '가']"
