"""Answers that never come to their end."""

import time

from right import app


@app.after_request
def go_on(response):
    def parts():
        while True:
            yield b"."
            time.sleep(0.05)

    response.response = parts()
    response.headers.pop("Content-Length", None)
    return response
