"""The answer shelf, as the tests read it."""

from __future__ import annotations

from pathlib import Path

from shared.proving.shelf import Answer, all_answers, of_lesson

__all__ = ["SHELVES", "Answer", "all_answers", "of_lesson"]

SHELVES = Path(__file__).parents[1] / "answers"
