"""Prints a hundred megabytes, by print, to file descriptor 1 and to stderr."""

import os
import sys

from right import app

line = "가" * 20_000
for _ in range(600):
    print(line)
    os.write(1, line.encode())
    print(line, file=sys.stderr)
