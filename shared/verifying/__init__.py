"""The author's lint: whether the text, hints, starter, solution, check and answer shelf of a lesson fit together."""

from shared.verifying.finding import Finding
from shared.verifying.verification import verify_all

__all__ = ["Finding", "verify_all"]
