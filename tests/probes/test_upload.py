"""Uploads that a server answers before it has read them: the answer counts, whatever becomes of the line."""

from __future__ import annotations

import socket
from threading import Event

import pytest
from flask import Flask, Response, request

from shared.server import serve
from tests.probes.asking import http_to, talking

LARGE = b"x" * (2 * 1024 * 1024)


@pytest.mark.parametrize("times", range(5))
def test_413_of_werkzeug_is_seen(times: int) -> None:
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = 1024 * 1024

    @app.post("/upload")
    def upload() -> str:
        return request.files["photo"].filename or ""

    with serve(app) as server:
        assert http_to(server.port).post("/upload", files={"photo": ("a.png", LARGE)}).status == 413
        assert http_to(server.port).post("/upload", files={"photo": ("a.png", LARGE[:900_000])}).status == 200


def test_an_answer_without_a_length_comes_to_its_end() -> None:
    app = Flask(__name__)

    @app.post("/upload")
    def upload() -> Response:
        return Response(iter(["too ", "large"]), 413)

    with serve(app) as server:
        http_to(server.port).post("/upload", data=LARGE).has_status(413).shows("too large")


@pytest.mark.parametrize("times", range(10))
def test_413_sent_before_the_line_was_cut_is_seen(times: int) -> None:
    def talk(sock: socket.socket) -> None:
        sock.sendall(b"HTTP/1.1 413 TOO LARGE\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc")

    with talking(talk) as port:
        assert http_to(port).post("/", data=LARGE).status == 413


def test_a_server_that_answers_and_never_reads_is_seen() -> None:
    over = Event()

    def talk(sock: socket.socket) -> None:
        sock.sendall(b"HTTP/1.1 403 NO\r\nContent-Length: 0\r\n\r\n")
        over.wait(3)

    with talking(talk) as port:
        assert http_to(port, 2).post("/", data=LARGE).status == 403
        over.set()


def test_an_upload_arrives_whole() -> None:
    app = Flask(__name__)

    @app.post("/size")
    def size() -> str:
        return f"{len(request.data)} {request.data == LARGE}"

    with serve(app) as server:
        http_to(server.port).post("/size", data=LARGE).shows(f"{len(LARGE)} True")
        pieces = http_to(server.port).post("/size", data=iter([LARGE[:200_000], LARGE[200_000:]]))
        pieces.shows(f"{len(LARGE)} True")
