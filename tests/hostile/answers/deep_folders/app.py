"""Five thousand folders, each inside the other, in both places that can be written to."""

import os

from right import app

for place in ("/dev/shm", "."):
    os.chdir(place)
    for _ in range(5000 if place == "." else 3000):
        os.mkdir("d")
        os.chdir("d")
os.chdir("/")
