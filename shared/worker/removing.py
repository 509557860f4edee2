"""Removing what a submission has written, whatever it has made of it: folders thousands deep, locked, or full of links.

Every folder is emptied by moving what is in it to the top, so that no path grows long and nothing calls itself.
"""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

LINK_ATTRIBUTE = 0x400
"""Windows: the folder is a junction or a link. What it leads to is not ours to touch."""


def empty(folder: Path) -> None:
    """Remove all that is in a folder. Called when nothing of the submission runs any more.

    Raises:
        OSError: something is left.
    """
    top = str(folder)
    prefix = os.path.join(top, os.urandom(8).hex())
    moved = 0
    _unlock(top)
    while entries := _entries(top):
        problems: list[OSError] = []
        for entry in entries:
            try:
                if _is_folder(entry):
                    _unlock(entry.path)
                    for inner in _entries(entry.path):
                        if _is_folder(inner):
                            _unlock(inner.path)
                        moved += 1
                        os.rename(inner.path, f"{prefix}{moved}")
                    os.rmdir(entry.path)
                else:
                    _remove_one(entry.path)
            except OSError as error:
                problems.append(error)
        if len(problems) == len(entries):
            raise problems[0]


def _entries(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        return list(found)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    return entry.is_dir(follow_symlinks=False) and not attributes & LINK_ATTRIBUTE


def _unlock(path: str) -> None:
    with contextlib.suppress(OSError):
        os.chmod(path, stat.S_IRWXU)


def _remove_one(path: str) -> None:
    try:
        os.unlink(path)
    except PermissionError:  # Windows: a file that is read-only, or a junction
        if os.path.isdir(path):
            os.rmdir(path)
        else:
            os.chmod(path, stat.S_IWRITE)
            os.unlink(path)
