"""Values that are new in every run, so that an answer written for one value is found out.

All of them follow from the seed of the run: the same seed asks the same questions.
"""

from __future__ import annotations

import random
import string
import uuid
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

NAMES = ("하늘", "바다", "나무", "구름", "노을", "이슬", "가람", "다솜", "마루", "보람", "새봄", "은하")
SURNAMES = ("김", "이", "박", "최", "정", "한")


class Fresh:
    """A source of values for one step."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def word(self, length: int = 6) -> str:
        """A word of lower-case ASCII letters."""
        return "".join(self.rng.choices(string.ascii_lowercase, k=length))

    def name(self) -> str:
        """An invented Korean name."""
        return self.rng.choice(SURNAMES) + self.rng.choice(NAMES)

    def integer(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return self.rng.randint(low, high)

    def half_number(self) -> float:
        """A number below 100,000 with three digits after the point, whose half has four: rounding shows."""
        return float(f"{self.rng.randint(0, 99_999)}.{self.rng.randrange(101, 1000, 2)}")

    def uuid(self) -> str:
        """A UUID in lower case with hyphens."""
        return str(uuid.UUID(int=self.rng.getrandbits(128), version=4))

    def markup(self) -> str:
        """Markup that a browser would run, without a slash (so that it fits into one part of a path)."""
        return f"<img src={self.word(3)} onerror=alert({self.rng.randint(1, 99)})>"

    def choice(self, options: Sequence[T]) -> T:
        """One of several."""
        return self.rng.choice(options)

    def sample(self, options: Sequence[T], count: int) -> list[T]:
        """`count` different ones of several."""
        return self.rng.sample(options, count)
