"""A file really run as a program: where it listens, whether debug is on, and how it ends."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest

from shared.probes import Mismatch
from shared.probes.program import Running

Run = Callable[..., Running]

APP = "from flask import Flask\napp = Flask(__name__)\n@app.get('/')\ndef f():\n    return 'hello'\n"


def has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


def has_address(host: str) -> bool:
    try:
        socket.create_server((host, 0)).close()
    except OSError:
        return False
    return True


@pytest.mark.parametrize(
    ("start", "debug"),
    [
        ("app.run(debug=True)", True),
        ("app.run(debug=True, use_reloader=False)", True),
        ("app.debug = True\napp.run()", True),
        ("app.config['DEBUG'] = True\napp.run()", True),
        ("if __name__ == '__main__':\n    app.run(debug=True)", True),
        ("from werkzeug.serving import run_simple\nrun_simple('127.0.0.1', 5000, app, use_debugger=True)", True),
        ("app.debug = True\nfrom werkzeug.serving import run_simple\nrun_simple('127.0.0.1', 5000, app)", True),
        ("app.run(debug=True, use_debugger=False)", True),
        ("app.run()", False),
        ("app.run(debug=False)", False),
        ("app.debug = True\napp.run(debug=False)", False),
    ],
)
def test_debug_is_told_by_what_it_does(program: Run, start: str, debug: bool) -> None:
    running = program(f"{APP}\n{start}\n")
    assert running.listening
    assert running.debug_on() is debug
    running.http.get("/").shows("hello")


def test_the_line_that_started_the_server_and_the_port_it_asked_for_are_known(program: Run) -> None:
    running = program(f"{APP}\napp.run(port=5123)\n")
    assert running.requested == (("127.0.0.1", 5123),)
    assert running.where is not None
    assert (running.where.file, running.where.line) == ("app.py", 7)
    assert not running.reloader


def test_a_reloader_is_noted_and_not_started(program: Run) -> None:
    running = program(f"{APP}\nprint('started', flush=True)\napp.run(debug=True)\n")
    running.http.get("/").shows("hello")
    assert running.reloader
    assert running.output.count("started") == 1


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.0.0.2"])
def test_a_loopback_host_is_reached_there_alone(program: Run, host: str) -> None:
    running = program(f"{APP}\napp.run(host={host!r})\n")
    running.http.get("/").shows("hello")
    assert running.answers_at("127.0.0.2") is (host == "127.0.0.2")
    assert running.answers_at("127.0.0.1") is (host != "127.0.0.2")


@pytest.mark.parametrize("host", ["0.0.0.0", ""])
def test_every_interface_is_reached_at_every_address(program: Run, host: str) -> None:
    running = program(
        f"{APP}\nfrom werkzeug.serving import make_server\nmake_server({host!r}, 5000, app).serve_forever()\n"
    )
    running.http.get("/").shows("hello")
    assert running.answers_at("127.0.0.1")
    assert running.answers_at("127.0.0.2")
    running.http_at("127.0.0.2").get("/").shows("hello")


@pytest.mark.skipif(not has_ipv6(), reason="no IPv6 on this computer")
def test_ipv6_is_reached(program: Run) -> None:
    running = program(f"{APP}\napp.run(host='::1')\n")
    running.http.get("/").shows("hello")
    assert not running.answers_at("127.0.0.1")


def test_environment_is_handed_over(program: Run) -> None:
    running = program(f"{APP}\nimport os\napp.run(port=int(os.environ['PORT']))\n", env={"PORT": "8123"})
    assert running.requested == (("127.0.0.1", 8123),)


@pytest.mark.parametrize(
    ("end", "code", "error"),
    [
        ("", 0, None),
        ("raise SystemExit(3)", 3, None),
        ("raise SystemExit('PORT가 이상합니다')", 1, None),
        ("1 / 0", 1, "ZeroDivisionError"),
        ("import os\nos._exit(4)", 4, None),
    ],
)
def test_a_program_that_ends_tells_how(program: Run, end: str, code: int, error: str | None) -> None:
    running = program(f"{APP}\n{end}\n")
    assert running.wait(3) == code
    assert not running.listening
    assert (running.error.type if running.error else None) == error
    with pytest.raises(Mismatch) as caught:
        _ = running.http
    assert caught.value.did == "python app.py 실행"


def test_a_message_at_the_end_is_in_the_output(program: Run) -> None:
    running = program("raise SystemExit('포트: 70000')\n")
    assert running.wait(3) == 1
    assert "포트: 70000" in running.output


def test_a_program_that_never_listens_is_waited_for_a_while_only(program: Run) -> None:
    running = program("while True:\n    pass\n", seconds=0.8)
    assert not running.listening
    assert running.exit_code is None
    assert running.wait(0.1) is None


def test_a_program_ends_with_its_step(program: Run) -> None:
    running = program(f"{APP}\napp.run()\n")
    assert running.listening
    running.stop()
    assert not running.listening
    with pytest.raises(Mismatch) as caught:
        running.http.get("/")
    assert caught.value.kind == "refused"


def test_two_programs_of_one_step_do_not_disturb_each_other(program: Run) -> None:
    first, second = (program(f"{APP.replace('hello', name)}\napp.run()\n") for name in ("one", "two"))
    first.http.get("/").shows("one")
    second.http.get("/").shows("two")


@pytest.mark.skipif(not has_address("127.0.0.3"), reason="one loopback address only")
def test_a_request_comes_from_the_address_that_was_chosen(program: Run) -> None:
    running = program(
        "from flask import Flask, request\napp = Flask(__name__)\n"
        "@app.get('/')\ndef f():\n    return request.remote_addr\napp.run(host='0.0.0.0')\n"
    )
    running.http.get("/").shows("127.0.0.1")
    running.http.from_address("127.0.0.3").get("/").shows("127.0.0.3")
    running.http_at("127.0.0.2").from_address("127.7.8.9").get("/").shows("127.7.8.9")


def test_an_address_that_is_not_ours_is_no_answer(program: Run) -> None:
    running = program(f"{APP}\napp.run()\n")
    with pytest.raises(Mismatch):
        running.http.from_address("192.0.2.77").get("/")
