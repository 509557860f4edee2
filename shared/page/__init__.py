"""The study page: a lesson's text, and beside it the verdict on what was saved a moment ago.

A Flask app, served on this computer for the one who started it. `start` is all that others need.
"""

from shared.page.serving import Page, start

__all__ = ["Page", "start"]
