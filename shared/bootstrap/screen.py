"""Printing before anything is installed. On stderr, so that ``--json -`` stays clean even on a first start."""

import sys
from unicodedata import normalize


def say(sentence: str) -> None:
    """Print a line at once, in characters that this terminal has."""
    stream = sys.stderr
    if stream is None:  # pythonw has no terminal
        return
    encoding = stream.encoding or "utf-8"
    try:
        sentence.encode(encoding)
    except UnicodeEncodeError:
        # cp949 has no decomposed Hangul, which is how macOS may spell a folder.
        sentence = normalize("NFC", sentence).encode(encoding, "replace").decode(encoding)
    stream.write(sentence + "\n")
    stream.flush()
