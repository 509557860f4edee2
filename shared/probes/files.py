"""The scratch folder of a submission as it is now, looked at from outside."""

from __future__ import annotations

import os
import stat
from pathlib import Path

MAX_BYTES = 32 * 1024 * 1024
MAX_NAMES = 4000


class Files:
    """Files that the running submission may have written. Links are never followed: they may lead anywhere."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def exists(self, path: str) -> bool:
        """Whether there is a regular file of this name."""
        return self._regular(path) is not None

    def read_bytes(self, path: str) -> bytes:
        """Content of a regular file.

        Raises:
            FileNotFoundError: there is none, or something else (a link, a folder) stands there.
        """
        found = self._regular(path)
        if found is None:
            raise FileNotFoundError(path)
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(found, flags), "rb") as file:
            return file.read(MAX_BYTES)

    def names(self) -> list[str]:
        """Paths of all regular files, sorted."""
        found: list[str] = []
        for folder, _, files in os.walk(self.folder, followlinks=False):
            for name in files:
                path = (Path(folder) / name).relative_to(self.folder).as_posix()
                if self._regular(path) is not None:
                    found.append(path)
            if len(found) > MAX_NAMES:
                break
        return sorted(found)

    def _regular(self, path: str) -> Path | None:
        place = self.folder
        for part in Path(path).parts:
            place = place / part
            try:
                mode = place.lstat().st_mode
            except OSError:
                return None
            if stat.S_ISLNK(mode) or part == "..":
                return None
        return place if stat.S_ISREG(place.lstat().st_mode) else None
