"""Where the workbook lies, and whether it can be written to."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from pathlib import Path

from shared.doctor.finding import Finding
from shared.messages import doctor as words

LONGEST_WINDOWS_ROOT = 120
"""Characters: the longest path below, in Jupyter's share of .venv, has about 140."""

_SERVICES = {
    "OneDrive": re.compile(r"[/\\]OneDrive( - [^/\\]+)?([/\\]|$)", re.I),
    "iCloud": re.compile(r"[/\\](Mobile Documents|iCloudDrive|com~apple~CloudDocs)([/\\]|$)", re.I),
    "Dropbox": re.compile(r"[/\\]Dropbox( \([^/\\]+\))?([/\\]|$)", re.I),
    "Google Drive": re.compile(r"[/\\](Google ?Drive|GoogleDrive-[^/\\]+|My Drive|내 드라이브)([/\\]|$)", re.I),
    "MYBOX": re.compile(r"[/\\](MYBOX|네이버 ?MYBOX)([/\\]|$)", re.I),
}


def writable(root: Path) -> Finding:
    """A file can be made where we keep our own and where the learner writes."""
    for folder in (root / ".workbook", root / "lessons"):
        try:
            folder.mkdir(exist_ok=True)
            with tempfile.TemporaryFile(dir=folder) as file:
                file.write(b"1")
        except OSError as error:
            detail = words.not_writable(folder, error.strerror or error)
            return Finding(words.WRITABLE, detail, words.WRITABLE_TO_DO, blocks=True)
    return Finding(words.WRITABLE, words.WRITABLE_FINE)


def place(root: Path) -> Finding:
    """Neither in a folder that is copied while we write, nor too deep for Windows."""
    service = service_of(str(root))
    if service is not None:
        return Finding(words.PLACE, words.synchronised(service), words.SYNCHRONISED_TO_DO)
    if sys.platform == "win32" and len(str(root)) > LONGEST_WINDOWS_ROOT and not _long_paths():
        return Finding(words.PLACE, words.long_path(len(str(root))), words.LONG_PATH_TO_DO)
    return Finding(words.PLACE, words.PLACE_FINE)


def service_of(path: str) -> str | None:
    """The service that keeps a copy of this folder elsewhere, or None."""
    for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        top = os.environ.get(name)
        if top and os.path.normcase(path).startswith(os.path.normcase(top)):
            return "OneDrive"
    return next((name for name, pattern in _SERVICES.items() if pattern.search(path)), None)


def _long_paths() -> bool:
    """Whether this Windows takes long paths: https://learn.microsoft.com/windows/win32/fileio/maximum-file-path-limitation"""
    if sys.platform != "win32":
        return True
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SYSTEM\CurrentControlSet\Control\FileSystem") as key:
            return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
    except OSError:
        return False
