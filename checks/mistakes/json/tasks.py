"""Lesson 02: the tasks by what they do."""

from __future__ import annotations

PROFILE, LOADING, DUMPING, SENDING, PARSING, NAMING = range(1, 7)
