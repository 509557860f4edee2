"""Lesson 08: the tasks by what they do, one by one and in groups."""

from __future__ import annotations

SHOWING, GREETING, LISTING, SHARING, STYLING = range(1, 6)
WITH_VALUES = (GREETING, LISTING)
PAGES = (SHOWING, *WITH_VALUES)
LINKING = (SHARING, STYLING)
