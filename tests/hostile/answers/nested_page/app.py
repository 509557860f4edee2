"""A page of two megabytes whose elements lie inside each other."""

from right import app


@app.after_request
def nest(response):
    response.set_data("<div><b>" * 10_000 + "x " * 900_000 + "</b></div>" * 10_000)
    return response
