"""Speaks no HTTP: rubbish, headers without end, and answers that go on informing."""

import threading
import time

from werkzeug.serving import ThreadedWSGIServer

from right import app


def answer(line):
    asked = line.recv(65536)
    if b"/hello" in asked:
        line.sendall(b"HTTP/1.1 200 OK\r\n" + b"X-Header: x\r\n" * 5000)
    elif b"/hi" in asked:
        while True:
            line.sendall(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)
    elif b"/cookie" in asked:
        line.sendall(b"HTTP/1.1 999999 \x1b[2J\r\nContent-Length: -5\r\n\r\nHere are")
    elif b"/half" in asked:
        line.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffff\r\nx")
    elif b"/files" in asked:
        line.sendall(b"HTTP/1.1 308 X\r\nLocation: http://[\x1b[2J\r\nContent-Length: 0\r\n\r\n")
    else:
        line.sendall(bytes(range(256)) * 10)
    line.close()


def process(server, line, address):
    threading.Thread(target=answer, args=(line,), daemon=True).start()


ThreadedWSGIServer.process_request = process
