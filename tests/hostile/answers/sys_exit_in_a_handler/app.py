"""Ends the thread that should answer."""

import sys

from right import app


@app.before_request
def leave():
    sys.exit(0)
