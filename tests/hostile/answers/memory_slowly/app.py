"""Four gigabytes, piece by piece, and no piece is too large."""

from right import app

kept = []
while len(kept) < 1024:
    kept.append(bytearray(b"x" * 4 * 1024**2))
