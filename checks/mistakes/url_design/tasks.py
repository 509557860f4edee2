"""Lesson 10: the tasks by what they do, one by one and in groups."""

from __future__ import annotations

LISTING, ADDING, SHOWING, REPLACING, REMOVING, LISTING_A_CLASS, ANSWERING_ERRORS = range(1, 8)
LISTS = (LISTING, LISTING_A_CLASS)
OF_ONE = (SHOWING, REPLACING, REMOVING)
ROUTES = (LISTING, ADDING, *OF_ONE, LISTING_A_CLASS)
