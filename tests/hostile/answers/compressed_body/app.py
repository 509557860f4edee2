"""A small answer that becomes gigabytes when it is unpacked."""

import gzip

from right import app

packed = b"x" * 100 * 1024**2
for _ in range(2):
    packed = gzip.compress(packed)


@app.after_request
def pack(response):
    response.set_data(packed)
    response.headers["Content-Encoding"] = "gzip, gzip"
    return response
