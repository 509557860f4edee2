"""Mistakes of lesson 15 that are known by name."""


def add_mistakes(check):
    """Add them to the tasks of the check."""
