"""Lesson 15: the tasks by what they do."""

from __future__ import annotations

SERVING, COMING, SHOWING, TALKING, REFUSING, LEAVING, KEEPING, MEETING, BROWSING = range(1, 10)
