"""Ends whoever started it."""

import os
import signal

from right import app

for pid in (os.getppid(), 1, 2):
    for number in (signal.SIGKILL, signal.SIGSTOP, signal.SIGINT, signal.SIGTERM, signal.SIGSEGV, signal.SIGXCPU):
        try:
            os.kill(pid, number)
        except OSError:
            pass
