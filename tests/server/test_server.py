"""Serving an app in a thread: ready at once, many at a time, gone when it is stopped."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterable

import pytest
import requests
from flask import Flask, request

from shared.server import Server, serve


@pytest.fixture
def app() -> Flask:
    made = Flask(__name__)

    @made.get("/hello")
    def hello() -> str:
        return f"안녕 {request.args.get('name', '')}"

    @made.get("/broken")
    def broken() -> str:
        raise RuntimeError("broken on purpose")

    return made


def test_it_answers_as_soon_as_it_is_made(app: Flask) -> None:
    with serve(app) as server:
        assert server.url == f"http://127.0.0.1:{server.port}"
        assert requests.get(f"{server.url}/hello?name=김", timeout=5).text == "안녕 김"


def test_it_is_gone_after_the_block_and_stopping_twice_does_no_harm(app: Flask) -> None:
    with serve(app) as server:
        requests.get(f"{server.url}/hello", timeout=5)
    with pytest.raises(OSError):
        socket.create_connection((server.host, server.port), timeout=1)
    server.stop()


def test_a_port_that_was_freed_can_be_taken_again(app: Flask) -> None:
    with serve(app) as server:
        requests.get(f"{server.url}/hello", timeout=5)
    with serve(app, port=server.port) as again:
        assert again.port == server.port
        with pytest.raises(OSError):
            serve(app, port=server.port)


def test_a_socket_that_listens_already_is_used(app: Flask) -> None:
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    with serve(app, sock=listening) as server:
        assert server.port == port
        assert requests.get(f"{server.url}/hello", timeout=5).ok
    assert listening.fileno() == -1


def test_an_address_of_ipv6_can_be_served_and_asked(app: Flask) -> None:
    try:
        server = serve(app, host="::1")
    except OSError:
        pytest.skip("no IPv6 on this computer")
    with server:
        assert server.url == f"http://[::1]:{server.port}"
        assert requests.get(f"{server.url}/hello", timeout=5).ok


def test_nothing_is_printed_for_a_request(app: Flask, capfd: pytest.CaptureFixture[str]) -> None:
    with serve(app) as server:
        for path in ("hello", "nothing"):
            requests.get(f"{server.url}/{path}", timeout=5)
    assert capfd.readouterr() == ("", "")


def test_an_error_in_a_view_is_a_500_and_the_server_lives(app: Flask) -> None:
    with serve(app) as server:
        assert requests.get(f"{server.url}/broken", timeout=5).status_code == 500
        assert requests.get(f"{server.url}/hello", timeout=5).status_code == 200


def test_slow_requests_do_not_keep_others_waiting() -> None:
    meeting = threading.Barrier(5, timeout=5)

    def app(environ: object, start_response: Callable[..., object]) -> Iterable[bytes]:
        meeting.wait()
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"met"]

    with serve(app) as server:
        replies: list[str] = []
        asking = [
            threading.Thread(target=lambda: replies.append(requests.get(server.url, timeout=5).text)) for _ in range(5)
        ]
        for thread in asking:
            thread.start()
        for thread in asking:
            thread.join()
    assert replies == ["met"] * 5


def test_a_hundred_clients_at_once_are_all_answered(app: Flask) -> None:
    with serve(app) as server:
        lines = [socket.create_connection((server.host, server.port), timeout=5) for _ in range(100)]
        for line in lines:
            line.sendall(b"GET /hello HTTP/1.0\r\n\r\n")
        for line in lines:
            with line:
                assert line.recv(12) == b"HTTP/1.1 200"


def test_stopping_is_quick_and_does_not_wait_for_a_view_that_hangs() -> None:
    hanging = threading.Event()

    def app(environ: object, start_response: Callable[..., object]) -> Iterable[bytes]:
        hanging.wait(10)
        start_response("200 OK", [])
        return []

    server = serve(app)
    with socket.create_connection((server.host, server.port), timeout=5) as line:
        line.sendall(b"GET / HTTP/1.0\r\n\r\n")
        time.sleep(0.05)
        began = time.monotonic()
        server.stop()
        assert time.monotonic() - began < 2
        hanging.set()


def test_servers_do_not_share_anything(app: Flask) -> None:
    other = Flask("other")
    with serve(app) as first, serve(other) as second:
        assert isinstance(second, Server)
        assert requests.get(f"{first.url}/hello", timeout=5).status_code == 200
        assert requests.get(f"{second.url}/hello", timeout=5).status_code == 404
