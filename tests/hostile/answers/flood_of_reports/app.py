"""Reports without end, each with open files for the check to hold."""

import array
import json
import os
import socket
import struct

from right import app

body = json.dumps({"event": "error", "error": {"type": "E", "text": "x" * 100_000}}).encode()
message = struct.pack("!I", len(body)) + body
nothing = array.array("i", [os.open("/dev/null", os.O_RDONLY)] * 16)
for fd in range(3, 65):
    try:
        sock = socket.socket(fileno=os.dup(fd))
        if sock.family == socket.AF_UNIX:
            sock.settimeout(2)
            for _ in range(1500):
                sent = sock.sendmsg([message], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, nothing)])
                sock.sendall(message[sent:])
    except OSError:
        pass
