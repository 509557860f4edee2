"""Refuses to end: handlers for every signal, exit functions that hang, and objects that hang when they are freed."""

import atexit
import signal
import threading
import time

from right import app


class Clinging:
    def __del__(self):
        time.sleep(3600)


kept = Clinging()
atexit.register(time.sleep, 3600)
threading._register_atexit(time.sleep, 3600)
for number in range(1, 65):
    try:
        signal.signal(number, lambda *args: None)
    except (OSError, ValueError):
        pass
