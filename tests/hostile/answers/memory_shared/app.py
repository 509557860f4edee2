"""Memory that belongs to nobody in particular: mapped and shared."""

import mmap

from right import app

kept = [mmap.mmap(-1, 64 * 1024**2) for _ in range(64)]
for piece in kept:
    for page in range(0, len(piece), 4096):
        piece[page] = 1
