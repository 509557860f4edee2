"""One of its pages never answers; the others do."""

from right import app


@app.before_request
def stay():
    from flask import request

    while request.path == "/hello":
        pass
