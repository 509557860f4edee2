"""What is seen in a folder or zip before any of it is read, and the limits that hold for all kinds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

MOST_BYTES = 5 * 1024 * 1024
"""Bytes of all files together."""

MOST_FILES = 200

MOST_ENTRIES = 10_000
"""Names looked at while searching for the answer, the left-out ones included."""

ARCHIVE_SUFFIXES = frozenset({".zip", ".rar", ".7z", ".alz", ".egg", ".tar", ".gz", ".tgz"})

Kind = Literal["file", "folder", "link", "special", "closed"]


@dataclass(frozen=True)
class Entry:
    """One name. `name` is relative, posix and NFC; a `closed` folder may not be listed; `size` is what the system
    or the zip claims, in bytes. `key` leads the reader back to it."""

    name: str
    kind: Kind
    size: int
    key: object


Fetch = Callable[[Entry, int], bytes]
"""Read a file entry: at most so many bytes and one more, so that too much can be told from just enough."""
