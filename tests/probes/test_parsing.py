"""Threads that parse at the same moment do not disturb each other, as they do with `ast.parse` in Python 3.11."""

from __future__ import annotations

import ast
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.probes.parsing import tree_of, value_of

ROUNDS, THREADS = 150, 8
TEXT = Path(__file__).read_text(encoding="utf-8")


class Garbage:
    """What a collector has to end by running Python, so that another thread may take its turn."""

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        sum(range(50))


@pytest.fixture
def many_turns() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("many_turns")
def test_many_threads_parse_at_once() -> None:
    failed: list[str] = []

    def parse() -> None:
        for _ in range(ROUNDS):
            Garbage()
            try:
                tree_of(TEXT)
                value_of("[1, [2, {'a': (3, 4)}]]")
            except SystemError as error:
                failed.append(str(error))

    threads = [threading.Thread(target=parse) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_they_do_what_python_does() -> None:
    assert ast.dump(tree_of("a = 1")) == ast.dump(ast.parse("a = 1"))
    assert value_of("(1, 'b')") == (1, "b")
    with pytest.raises(SyntaxError):
        tree_of("a =")
    with pytest.raises(ValueError, match="malformed"):
        value_of("a()")
