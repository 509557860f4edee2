"""A worker for one run only: the way on systems that cannot fork. Talks over its standard input and output."""

from __future__ import annotations

import base64
import contextlib
import os
import socket
import sys
import traceback

from shared.worker import child, printing
from shared.worker.channel import PipeChannel


def main(_: str = "") -> None:
    """Read what to do, do it, and leave without waiting for threads of the submission."""
    channel = PipeChannel(os.dup(0), os.dup(1))
    with open(os.devnull, encoding="utf-8") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    printing.at_once()
    code = 1
    try:
        order, _fds = channel.receive()
        code = child.main(order["spec"], channel, [_taken(shared) for shared in order["sockets"]])
    except BaseException:
        traceback.print_exc()
    finally:
        with contextlib.suppress(BaseException):
            sys.stdout.flush()
        os._exit(code)


def _taken(shared: str) -> socket.socket:
    if sys.platform == "win32":
        return socket.fromshare(base64.b64decode(shared))
    return socket.socket(fileno=int(shared))
