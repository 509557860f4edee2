"""One clear line where the memory is in trouble. Nobody's work stops for it, and nobody reads it twice."""

from __future__ import annotations

import sys
from collections.abc import Callable

_said: set[str] = set()


def _on_standard_error(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")


_say: Callable[[str], None] = _on_standard_error


def tell(sentence: str) -> None:
    """Say a sentence, once in this process."""
    if sentence not in _said:
        _said.add(sentence)
        _say(sentence)


def forget() -> None:
    """Let every sentence be said anew."""
    _said.clear()


def send_to(say: Callable[[str], None] | None) -> None:
    """Hand the sentences to somebody else than standard error; None for standard error again."""
    global _say
    _say = say or _on_standard_error
