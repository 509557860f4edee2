"""Is no Python."""

from right import app

def page(:
    return "Hello"
