"""What a submission prints is read all the time and kept up to a limit."""

from __future__ import annotations

import os

import pytest

from shared.worker.output import Output


@pytest.mark.parametrize(
    ("printed", "limit", "text", "cut"),
    [
        (b"hello\r\nworld\n", 100, "hello\nworld\n", 0),
        (b"abcdef", 6, "abcdef", 0),
        (b"abcdef", 4, "abcd", 2),
        ("가나".encode(), 4, "가\\xeb", 2),
        (b"\x1b[31m\x1b[1mWARNING\x1b[0m\x1b[2J\n", 100, "WARNING\x1b[2J\n", 0),
        (b"\xff\x00", 10, "\\xff\x00", 0),
        (b"x" * 3_000_000, 10, "x" * 10, 2_999_990),
    ],
)
def test_kept_and_counted(printed: bytes, limit: int, text: str, cut: int) -> None:
    reading, writing = os.pipe()
    output = Output(reading, limit)
    with os.fdopen(writing, "wb") as file:
        file.write(printed)
    output.finish(20)
    assert (output.text, output.cut, output.taken) == (text, cut, len(printed))
