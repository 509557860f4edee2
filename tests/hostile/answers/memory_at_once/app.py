"""Four gigabytes in one piece."""

from right import app

kept = bytearray(4 * 1024**3)
