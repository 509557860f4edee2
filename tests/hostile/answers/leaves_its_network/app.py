"""Turns the socket it was handed, and those it accepts, into connections to the outer loopback."""

import socket
import threading
from pathlib import Path

from right import app

PORT = int(Path("port.txt").read_text(encoding="utf-8"))


def reach(sock):
    for how in (lambda: None, lambda: sock.shutdown(socket.SHUT_RDWR)):
        try:
            how()
            sock.connect(("127.0.0.1", PORT))
            sock.sendall(b"out")
            print("reached by", sock)
        except (OSError, AttributeError):
            pass


reach(socket.socket())
for fd in range(3, 65):
    try:
        known = socket.socket(fileno=fd)
    except OSError:
        continue
    if known.family == socket.AF_INET:
        again = known.dup()
        threading.Timer(0.5, reach, [again]).start()
    known.detach()
