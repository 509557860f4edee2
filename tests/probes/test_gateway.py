"""The browser's way out: to the app, as a host that was let through, and nowhere else."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Iterator

import pytest

from shared.probes.gateway import IPV4, IPV6, NAME, Gateway

from .asking import saying, talking

HELLO = b"\x05\x01\x00"
BIND = b"\x05\x02\x00\x01\x7f\x00\x00\x01\x13\x88"
Ask = Callable[[bytes, int], tuple[int | None, socket.socket]]


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    """It leads to a server that says `app` to everybody."""
    with talking(saying(b"app")) as port:

        def dial(seconds: float) -> socket.socket:
            return socket.create_connection(("127.0.0.1", port), seconds)

        with Gateway(5000, dial) as gateway:
            yield gateway


@pytest.fixture
def ask(gateway: Gateway) -> Iterator[Ask]:
    """Ask for a place, named as bytes of the protocol; gives the answer's code, and the line."""
    with contextlib.ExitStack() as lines:

        def ask(place: bytes, port: int) -> tuple[int | None, socket.socket]:
            line = lines.enter_context(socket.create_connection(_place(gateway), 5))
            line.sendall(HELLO)
            assert line.recv(2) == b"\x05\x00"
            line.sendall(b"\x05\x01\x00" + place + port.to_bytes(2, "big"))
            answer = line.recv(10)
            return (answer[1] if answer else None), line

        yield ask


def named(host: str) -> bytes:
    return bytes([NAME, len(host)]) + host.encode("ascii")


def test_what_was_let_through_reaches_the_app(gateway: Gateway, ask: Ask) -> None:
    gateway.let_through("localhost")
    code, line = ask(named("localhost"), 5000)
    line.sendall(b"GET / HTTP/1.1\r\n\r\n")
    assert (code, line.recv(3)) == (0, b"app")


@pytest.mark.parametrize(
    ("place", "port"),
    [
        (named("localhost"), 80),
        (named("cdn.example.com"), 443),
        (bytes([IPV4, 127, 0, 0, 1]), 5000),
        (bytes([IPV6, *[0] * 15, 1]), 5000),
    ],
)
def test_every_other_place_is_refused(gateway: Gateway, ask: Ask, place: bytes, port: int) -> None:
    gateway.let_through("localhost")
    code, line = ask(place, port)
    assert (code, line.recv(1)) == (2, b"")


@pytest.mark.parametrize(
    "said",
    [b"GET / HTTP/1.1\r\n\r\n", b"\x04\x01\x00\x50", b"\x05\x01\x02", HELLO + BIND],
    ids=["http", "socks 4", "password wanted", "bind"],
)
def test_whoever_speaks_otherwise_is_cut_off(gateway: Gateway, said: bytes) -> None:
    with socket.create_connection(_place(gateway), 5) as line:
        line.sendall(said)
        with contextlib.suppress(ConnectionResetError):  # it may be gone before it has read everything
            assert line.recv(10) in (b"", b"\x05\x00") and line.recv(1) == b""


def test_a_cut_ends_the_lines_and_lets_new_ones_come(gateway: Gateway, ask: Ask) -> None:
    gateway.let_through("localhost")
    _, line = ask(named("localhost"), 5000)
    gateway.cut()
    with contextlib.suppress(ConnectionResetError):
        assert line.recv(1) == b""
    assert ask(named("localhost"), 5000)[0] == 0


def test_where_the_app_does_not_answer_the_line_is_refused() -> None:
    def dial(_: float) -> socket.socket:
        raise ConnectionRefusedError

    with Gateway(5000, dial) as gateway, socket.create_connection(_place(gateway), 5) as line:
        gateway.let_through("localhost")
        line.sendall(HELLO)
        line.recv(2)
        line.sendall(b"\x05\x01\x00" + named("localhost") + (5000).to_bytes(2, "big"))
        assert line.recv(10) == b""


def test_a_closed_gateway_takes_nobody(gateway: Gateway) -> None:
    place = _place(gateway)
    gateway.close()
    with pytest.raises(OSError):
        socket.create_connection(place, 1)


def _place(gateway: Gateway) -> tuple[str, int]:
    host, port = gateway.address.removeprefix("socks5://").split(":")
    return host, int(port)
