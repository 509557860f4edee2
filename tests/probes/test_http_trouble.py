"""Servers that trickle, talk without end, talk nonsense, hang up, or are not there: always an end, never a crash."""

from __future__ import annotations

import contextlib
import gzip
import socket
import time
import tracemalloc
from threading import Event

import pytest

from shared.probes import Mismatch
from shared.probes.mismatch import Kind
from tests.probes.asking import Talk, http_to, saying, talking

SHORT = 0.4


def ends_in(kind: Kind, talk: Talk, seconds: float = 5.0) -> Mismatch:
    with talking(talk) as port:
        began = time.monotonic()
        with pytest.raises(Mismatch) as caught:
            http_to(port, seconds).get("/x")
        assert time.monotonic() - began < seconds + 1
    assert caught.value.kind == kind
    assert caught.value.did == "GET /x"
    assert caught.value.exchange is not None
    return caught.value


def trickling(head: bytes, piece: bytes) -> Talk:
    def talk(sock: socket.socket) -> None:
        sock.sendall(head)
        until = time.monotonic() + 3
        while time.monotonic() < until:
            sock.sendall(piece)
            time.sleep(0.02)

    return talk


def flooding(head: bytes, piece: bytes) -> Talk:
    def talk(sock: socket.socket) -> None:
        sock.sendall(head)
        with contextlib.suppress(OSError):
            while True:
                sock.sendall(piece)

    return talk


def resetting(before: bytes) -> Talk:
    def talk(sock: socket.socket) -> None:
        sock.sendall(before)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    return talk


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"


@pytest.mark.parametrize(
    "talk",
    [
        trickling(b"H", b"T"),
        trickling(b"HTTP/1.1 200 OK\r\nX: ", b"y"),
        trickling(HEAD, b"X: y\r\n"),
        trickling(HEAD + b"\r\n", b"z"),
        trickling(HEAD + b"Content-Length: 100000\r\n\r\n", b"z"),
        trickling(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nz\r\n"),
        trickling(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        lambda sock: Event().wait(1.5) and None,
    ],
    ids=["status", "header", "headers", "body", "body of a length", "chunks", "continue", "silence"],
)
def test_one_time_limit_holds_for_the_whole_exchange(talk: Talk) -> None:
    failure = ends_in("timeout", talk, SHORT)
    assert failure.expected == "0.4초 안에 오는 응답"
    assert failure.exchange is not None
    assert failure.exchange.response is None


@pytest.mark.parametrize("head", [HEAD + b"\r\n", HEAD + b"Content-Length: 90000000\r\n\r\n"], ids=["endless", "huge"])
def test_a_body_is_read_only_up_to_the_limit(head: bytes) -> None:
    failure = ends_in("too large", flooding(head, b"x" * 65536))
    assert failure.message is not None
    assert "2,097,152" in failure.message


def test_a_body_just_within_the_limit_is_whole() -> None:
    body = b"x" * (2 * 1024 * 1024)
    with talking(saying(HEAD + b"\r\n" + body)) as port:
        assert http_to(port).get("/").body == body


def test_chunks_are_put_together() -> None:
    with talking(saying(HEAD + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")) as port:
        http_to(port).get("/").shows("abcde")


def test_compressed_text_is_unpacked() -> None:
    with talking(saying(HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"abc"))) as port:
        http_to(port).get("/").shows("abc")


def test_a_few_bytes_are_not_unpacked_to_gigabytes() -> None:
    bomb = gzip.compress(gzip_layer := b"\0" * 64 * 1024 * 1024)
    del gzip_layer
    tracemalloc.start()
    ends_in("too large", saying(HEAD + b"Content-Encoding: gzip\r\n\r\n" + bomb))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 24 * 1024 * 1024


@pytest.mark.parametrize(
    "talk",
    [
        saying(b""),
        saying(b"hello\r\n"),
        saying(b"\x16\x03\x01\x02\x00"),
        saying(b"HTTP/1.1 99 NO\r\n\r\n"),
        saying(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 300 + b"\r\n"),
        saying(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n"),
        saying(HEAD + b"Content-Length: 10\r\n\r\nabc"),
        saying(HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nabc"),
        saying(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n"),
        saying(HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab"),
        saying(HEAD + b"Content-Encoding: gzip\r\n\r\nthis is not gzip"),
        resetting(b""),
        resetting(HEAD + b"Content-Length: 10\r\n\r\nabc"),
    ],
    ids=range(13),
)
def test_nonsense_and_broken_lines_are_no_answer(talk: Talk) -> None:
    ends_in("broken", talk)


def test_a_port_where_nobody_listens_refuses() -> None:
    with socket.create_server(("127.0.0.1", 0)) as sock:
        port = sock.getsockname()[1]
    with pytest.raises(Mismatch) as caught:
        http_to(port).get("/")
    assert caught.value.kind == "refused"
    assert caught.value.got == "연결되지 않음 (서버가 꺼져 있음)"


def test_no_time_left_is_no_crash() -> None:
    with talking(saying(HEAD + b"\r\nx")) as port, pytest.raises(Mismatch) as caught:
        http_to(port, 0.0).get("/")
    assert caught.value.kind == "timeout"
