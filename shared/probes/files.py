"""The scratch folder of a submission as it is now, looked at from outside."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path, PurePosixPath

MAX_BYTES = 32 * 1024 * 1024
MAX_NAMES = 4000

_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_STEP = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_DIRECTORY", 0)


class Files:
    """Files that the running submission may have written. Links are never followed: they may lead anywhere."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def exists(self, path: str) -> bool:
        """Whether there is a regular file of this name."""
        return self._regular(path) is not None

    def read_bytes(self, path: str) -> bytes:
        """Content of a regular file, at most `MAX_BYTES` of it.

        Raises:
            FileNotFoundError: there is none, or something else (a link, a folder) stands there.
        """
        if self._regular(path) is None:
            raise FileNotFoundError(path)
        try:
            with os.fdopen(self._opened(PurePosixPath(path).parts), "rb") as file:
                if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    return file.read(MAX_BYTES)
        except OSError as error:  # gone, or made into something else, since we looked
            raise FileNotFoundError(path) from error
        raise FileNotFoundError(path)

    def names(self) -> list[str]:
        """Paths of all regular files, sorted; of more than `MAX_NAMES`, some."""
        found: list[str] = []
        waiting = [self.folder]
        while waiting and len(found) < MAX_NAMES:
            with contextlib.suppress(OSError), os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(Path(entry.path))
                    elif entry.is_file(follow_symlinks=False):
                        found.append(Path(entry.path).relative_to(self.folder).as_posix())
        return sorted(found)

    def _opened(self, parts: tuple[str, ...]) -> int:
        """Open a file folder by folder: the submission runs, and may put a link where a folder was."""
        if os.open not in os.supports_dir_fd:  # Windows
            return os.open(self.folder.joinpath(*parts), _READ)
        place = os.open(self.folder, _STEP)
        for part in parts[:-1]:
            place = self._step(place, part, _STEP)
        return self._step(place, parts[-1], _READ)

    def _step(self, place: int, part: str, flags: int) -> int:
        try:
            return os.open(part, flags, dir_fd=place)
        finally:
            os.close(place)

    def _regular(self, path: str) -> Path | None:
        parts = PurePosixPath(path).parts
        place = self.folder
        mode = 0
        for part in parts:
            place = place / part
            if part == ".." or part.startswith("/") or "\\" in part or Path(part).is_absolute():
                return None
            try:
                mode = place.lstat().st_mode
            except (OSError, ValueError):  # ValueError: a name that no system takes
                return None
            if stat.S_ISLNK(mode):
                return None
        return place if stat.S_ISREG(mode) else None
