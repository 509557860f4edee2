"""Messages between the check and its worker: nothing that arrives can do more than end the conversation."""

from __future__ import annotations

import array
import json
import os
import socket
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.worker.channel import MAX_MESSAGE, ChannelClosed, PipeChannel, SocketChannel
from tests.needs import needs_fork

TALK = {"word": "안녕", "numbers": [1, 2.5, None, True], "inner": {"a": "b" * 100_000}}


def pair() -> tuple[SocketChannel, SocketChannel]:
    one, other = socket.socketpair()
    return SocketChannel(one), SocketChannel(other)


def raw(data: bytes) -> SocketChannel:
    """The end of a channel at which these bytes arrive, and then nothing more."""
    one, other = socket.socketpair()
    with one:
        one.sendall(data)
    return SocketChannel(other)


def framed(body: bytes) -> bytes:
    return struct.pack("!I", len(body)) + body


def test_socket_carries_messages_both_ways() -> None:
    one, other = pair()
    for sender, receiver in ((one, other), (other, one)):
        sender.send(TALK)
        assert receiver.receive() == (TALK, [])
    one.close()
    other.close()


def test_pipe_carries_messages() -> None:
    reading, writing = os.pipe()
    channel = PipeChannel(reading, writing)
    channel.send({"word": "안녕"})
    assert channel.receive() == ({"word": "안녕"}, [])
    channel.close()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x00",
        struct.pack("!I", 10) + b"short",
        struct.pack("!I", MAX_MESSAGE + 1),
        framed(b"not json"),
        framed(b"[1, 2]"),
        framed(b'"word"'),
        framed(b"\xff\xfe"),
        framed(b"[" * 100_000),
        framed(b'{"a":' + b"9" * 10_000 + b"}"),
        b"HTTP/1.1 200 OK\r\n\r\n",
    ],
    ids=lambda data: repr(data[:20]),
)
def test_what_is_no_message_ends_the_conversation(data: bytes) -> None:
    channel = raw(data)
    with pytest.raises(ChannelClosed):
        channel.receive()
    channel.close()


@given(st.binary(max_size=200))
def test_any_bytes_are_a_message_or_the_end(data: bytes) -> None:
    channel = raw(data)
    try:
        message, _ = channel.receive()
        assert isinstance(message, dict)
    except ChannelClosed:
        pass
    channel.close()


def test_sending_to_nobody_is_an_end_too() -> None:
    one, other = pair()
    other.close()
    with pytest.raises(ChannelClosed):
        for _ in range(10):
            one.send(TALK)
    one.close()


@needs_fork
def test_descriptors_reach_only_who_takes_them() -> None:
    one, other = socket.socketpair()
    reading, writing = os.pipe()
    before = set(Path("/dev/fd").iterdir())
    trusting = SocketChannel(other, takes_fds=True)
    SocketChannel(one).send({"first": 1}, [reading])
    message, fds = trusting.receive()
    assert message == {"first": 1} and len(fds) == 1 and not os.get_inheritable(fds[0])
    os.close(fds[0])

    body = framed(json.dumps({"second": 2}).encode())
    one.sendmsg([body], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [writing] * 16))])
    assert SocketChannel(other).receive() == ({"second": 2}, [])
    assert set(Path("/dev/fd").iterdir()) == before
    for fd in (reading, writing):
        os.close(fd)
    one.close()
    other.close()


def test_drain_ends_with_the_other_side() -> None:
    one, other = pair()
    one.send({"a": "b" * 10_000})
    one.close()
    other.drain()
    other.close()
