"""Fifty children that outlive their parent; half of them hide in sessions of their own."""

import os
import signal
import time

from right import app

for number in range(50):
    if os.fork() == 0:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        os.environ.clear()
        if number % 2:
            os.setsid()
        time.sleep(3600)
        os._exit(0)
