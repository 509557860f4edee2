"""Sends its headers byte by byte, for ever, where the server would answer."""

import threading
import time

from werkzeug.serving import ThreadedWSGIServer

from right import app


def answer(line):
    line.recv(65536)
    line.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        line.sendall(b"X")
        time.sleep(0.02)


def process(server, line, address):
    threading.Thread(target=answer, args=(line,), daemon=True).start()


ThreadedWSGIServer.process_request = process
