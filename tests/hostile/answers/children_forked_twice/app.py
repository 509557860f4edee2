"""Grandchildren whose parents are gone, in sessions of their own and without their environment."""

import os
import subprocess
import sys

from right import app

for _ in range(10):
    child = os.fork()
    if child == 0:
        os.setsid()
        if os.fork() == 0:
            os.execve(sys.executable, [sys.executable, "-c", "import time; time.sleep(3600)"], {})
        os._exit(0)
    os.waitpid(child, 0)
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(3600)"], start_new_session=True, env={})
