"""Whether a submission has broken a limit: looked at again and again while it runs."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterable, Mapping

from shared.worker.ending import Usage

MAX_ENTRIES = 4000
"""More files and folders than this are as bad as too many bytes: counting them is what costs."""

MAX_PATH = 1000
"""Below a path that is too long for the system (4,096) files could not be counted any more. The way down such a path
takes long, so that a submission of thousands of folders, each in the other, could be done before it was counted.
"""

OWNER_MAY_ALL = 0o700


def broken_limit(usage: Usage, folders: Iterable[str], limits: Mapping[str, int]) -> str | None:
    """The name of a limit that is broken now, or None. `folders` are those that the submission can write to."""
    if usage.processes > limits["processes"]:
        return "processes"
    if usage.memory > limits["memory"]:
        return "memory"
    if written(folders) + usage.nameless > limits["files"]:
        return "files"
    return None


def written(folders: Iterable[str]) -> int:
    """Bytes in all files below these folders; a very large number where they cannot be counted in a short time."""
    total = entries = 0
    waiting = list(folders)
    while waiting:
        for entry in _entries(waiting.pop()):
            entries += 1
            if entries > MAX_ENTRIES:
                return sys.maxsize
            with contextlib.suppress(OSError):  # gone meanwhile
                if entry.is_dir(follow_symlinks=False):
                    if len(entry.path) > MAX_PATH:
                        return sys.maxsize
                    waiting.append(entry.path)
                else:
                    total += _size(entry.stat(follow_symlinks=False))
    return total


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError as error:
        if error.errno != errno.EACCES:
            return []  # gone meanwhile
    # A folder that its owner has locked is opened again: what is in it counts too.
    with contextlib.suppress(OSError):
        os.chmod(folder, OWNER_MAY_ALL)
    with contextlib.suppress(OSError), os.scandir(folder) as found:
        return list(found)
    return []


def _size(about: os.stat_result) -> int:
    return about.st_blocks * 512 if hasattr(about, "st_blocks") else about.st_size
