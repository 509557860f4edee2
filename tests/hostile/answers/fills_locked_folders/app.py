"""Files in folders that their owner has locked, so that nobody can count them."""

import os

from right import app

for number in range(500):
    os.mkdir(f"locked{number}")
    with open(f"locked{number}/file", "wb") as file:
        file.write(b"x" * 1024**2)
    os.chmod(f"locked{number}", 0)
