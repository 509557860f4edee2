"""Fills the memory that all processes can see, with content and with names."""

import os

from right import app

for number in range(3000):
    os.makedirs(f"/dev/shm/{number}/inner", exist_ok=True)
    try:
        with open(f"/dev/shm/{number}/inner/file", "wb") as file:
            file.write(b"x" * 1024**2)
    except OSError:
        pass
