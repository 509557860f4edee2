"""Ends at once when it is asked for a page."""

import os

from right import app


@app.before_request
def leave():
    os._exit(0)
