"""Lesson 11: what mistakes of every subject are recognised by."""

from __future__ import annotations

from probing.queries import Wrong


def about_a_query(is_it):
    """Recognise by what a query did wrong; that it is missing, or took too long, is told without a known mistake."""

    def recognise(failure):
        return isinstance(failure, Wrong) and is_it(failure)

    return recognise
