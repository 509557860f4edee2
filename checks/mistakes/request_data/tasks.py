"""Lesson 07: the tasks by what they do, one by one and in groups."""

from __future__ import annotations

READING_A_FORM, READING_JSON, KEEPING_FILES, SENDING_A_FORM, SENDING_JSON = range(1, 6)
SENDING = (SENDING_A_FORM, SENDING_JSON)
