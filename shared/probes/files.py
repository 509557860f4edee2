"""The scratch folder of a submission as it is now, looked at from outside."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path, PurePosixPath

MAX_BYTES = 32 * 1024 * 1024
MAX_NAMES = 4000

_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
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

    def write(self, path: str, content: bytes) -> None:
        """Put a new file in for the submission to read, into the folder itself or one that is in it already.

        Raises:
            FileExistsError: something stands there, be it a link.
            OSError: the path leads out of the folder, through a link, or through what is no folder.
        """
        parts = PurePosixPath(path).parts
        if not parts or any(not _plain(part) for part in parts):
            raise PermissionError(path)
        with os.fdopen(self._opened(parts, _NEW), "wb") as file:
            file.write(content)

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

    def _opened(self, parts: tuple[str, ...], flags: int = _READ) -> int:
        """Open a file folder by folder: the submission runs, and may put a link where a folder was."""
        if os.open not in os.supports_dir_fd:  # Windows
            return os.open(self.folder.joinpath(*parts), flags, 0o644)
        place = os.open(self.folder, _STEP)
        for part in parts[:-1]:
            place = self._step(place, part, _STEP)
        return self._step(place, parts[-1], flags)

    def _step(self, place: int, part: str, flags: int) -> int:
        try:
            return os.open(part, flags, 0o644, dir_fd=place)
        finally:
            os.close(place)

    def _regular(self, path: str) -> Path | None:
        parts = PurePosixPath(path).parts
        place = self.folder
        mode = 0
        for part in parts:
            place = place / part
            if not _plain(part):
                return None
            try:
                mode = place.lstat().st_mode
            except (OSError, ValueError):  # ValueError: a name that no system takes
                return None
            if stat.S_ISLNK(mode):
                return None
        return place if stat.S_ISREG(mode) else None


def _plain(part: str) -> bool:
    """Whether one part of a path stays below the part before it."""
    return part != ".." and not part.startswith("/") and "\\" not in part and not Path(part).is_absolute()
