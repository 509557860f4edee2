"""Lesson 01: the tasks by what they do, one by one and in groups."""

from __future__ import annotations

SPLITTING, LISTING, LISTING_A_CLASS, ADDING, REPLACING, REMOVING, NAMING, READING_HEADERS = range(1, 9)
WITH_BODY = (ADDING, REPLACING)
OVER_HTTP = (LISTING, LISTING_A_CLASS, *WITH_BODY, REMOVING, READING_HEADERS)
