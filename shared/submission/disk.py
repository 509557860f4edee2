"""Looking at files on disk without following links, without waiting for a pipe, and without missing a change."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from shared.messages import submission as messages
from shared.submission.entries import Kind
from shared.submission.refusals import Refused, refusing

# O_NONBLOCK: a pipe that took the file's place after we looked must not make us wait for a writer.
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_BINARY", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC"))
_JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT; `stat` names it on Windows only


def kind_of(status: os.stat_result) -> Kind:
    """What a name stands for, from its `lstat`."""
    if stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) == _JUNCTION:
        return "link"
    if stat.S_ISDIR(status.st_mode):
        return "folder"
    return "file" if stat.S_ISREG(status.st_mode) else "special"


def open_file(path: str | Path, name: object) -> int:
    """A descriptor of a regular file, open for reading.

    Raises:
        Refused: it cannot be opened, or is no regular file any more.
    """
    with refusing(name):
        descriptor = os.open(path, _FLAGS)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise Refused(messages.changed(name))


def read_file(path: Path, name: str, limit: int) -> bytes:
    """The content of a regular file, at most `limit` + 1 bytes.

    Raises:
        Refused: it cannot be read, is no regular file any more, or changed meanwhile.
    """
    with refusing(name), os.fdopen(open_file(path, name), "rb", buffering=0) as file:
        before = os.fstat(file.fileno())
        content = b""
        while len(content) <= limit and (more := file.read(limit + 1 - len(content))):
            content += more
        after = os.fstat(file.fileno())
    whole = len(content) > limit or len(content) == after.st_size
    if not whole or (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Refused(messages.changed(name))
    return content
