"""Every answer is right and has three hundred megabytes behind it."""

from right import app


@app.after_request
def enlarge(response):
    text = response.get_data()
    response.response = (text if number == 0 else b"x" * 1024**2 for number in range(300))
    response.headers.pop("Content-Length", None)
    return response
