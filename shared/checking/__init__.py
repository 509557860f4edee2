"""Writing and running checks. A check script needs only `Check`, one with very many mistakes `KnownMistakes`."""

from shared.checking.check import Check
from shared.checking.steps import KnownMistakes

__all__ = ["Check", "KnownMistakes"]
