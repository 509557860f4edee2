"""Files that are deleted while they are open: no folder shows them."""

import os
import time

from right import app

kept = []
for number in range(400):
    file = open("filler", "w+b", buffering=0)
    os.unlink("filler")
    file.write(b"x" * 1024**2)
    kept.append(file)
    time.sleep(0.001)
