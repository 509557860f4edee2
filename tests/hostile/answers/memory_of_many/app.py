"""Many processes that each stay below the limit."""

import os
import time

from right import app

for _ in range(20):
    if os.fork() == 0:
        kept = bytearray(b"x" * 100 * 1024**2)
        time.sleep(3600)
time.sleep(3600)
