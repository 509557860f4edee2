"""Right at the first call of each page, wrong at the second."""

from collections import Counter

from flask import request

from right import app

seen = Counter()


@app.after_request
def change(response):
    seen[request.endpoint] += 1
    if seen[request.endpoint] > 1:
        response.set_data("Hello nobody")
    return response
