"""Ends the process that has forked it, after making children that would stay behind."""

import os
import signal
import time

from right import app

for _ in range(5):
    if os.fork() == 0:
        time.sleep(3600)
try:
    os.kill(os.getppid(), signal.SIGKILL)
except OSError:
    pass
time.sleep(0.2)
