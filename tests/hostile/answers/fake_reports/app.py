"""Speaks the language of the reports, and says what no report would say."""

import json
import os
import socket
import stat
import struct

from flask import Flask

app = Flask(__name__)
wrong = [None, 1, 1.5, True, "\ud800\x1b[2J", [], [[]], {}, {"file": 1}, 10**4000]
words = ("app_name", "routes", "runs", "kind", "error", "where", "line", "methods", "port", "real_port", "code", "frames")


def send(fd, message):
    body = json.dumps(message).encode()
    os.write(fd, struct.pack("!I", len(body)) + body)


for fd in range(3, 65):
    try:
        if not stat.S_ISSOCK(os.fstat(fd).st_mode) or socket.socket(fileno=os.dup(fd)).family != socket.AF_UNIX:
            continue
        for event in ("error", "listening", "ended", "serving", "answer", "result", "load_failed", [], {}):
            for value in wrong:
                send(fd, {"event": event, "id": value, **dict.fromkeys(words, value)})
                send(fd, {"event": event, "routes": [{word: value for word in words}], "runs": [{"port": value}]})
                send(fd, {"event": event, "error": {"type": value, "text": value, "frames": [{"line": value}]}})
    except OSError:
        pass
