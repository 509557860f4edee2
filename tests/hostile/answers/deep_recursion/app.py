"""Recursion without end, in a page and in C."""

import sys

from right import app


@app.before_request
def fall():
    from flask import request

    sys.setrecursionlimit(10**7)
    if request.path == "/hello":
        fall()
