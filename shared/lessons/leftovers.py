"""What lies in a lesson folder without being part of an answer: tools' folders, our texts, traces of earlier runs."""

from __future__ import annotations

import stat
from fnmatch import fnmatchcase
from pathlib import Path
from unicodedata import normalize

OURS = frozenset({"readme.md", "hints.md", "answer.json"})
"""Files of the workbook at the top of a lesson folder."""

TOOL_FOLDERS = frozenset({"__pycache__", "__macosx", "node_modules"})
TOOL_FILES = (".ds_store", "._*", "thumbs.db", "desktop.ini", "icon\r", "*.pyc", "*~", "*.sw[opx]", ".#*", "#*#")
TRACE_FILES = ("*.sqlite3*",)
TRACE_FOLDERS = frozenset({"uploads"})


def is_tool_folder(name: str) -> bool:
    """Whether a folder of this name belongs to a tool (`.git`, `.venv`, `__pycache__`), wherever it stands."""
    return name.startswith(".") or name.casefold() in TOOL_FOLDERS


def is_trace(relative: str) -> bool:
    """Whether running an answer left this behind: a database, or an upload. `relative` to the lesson folder."""
    first, *rest = relative.casefold().split("/")
    return (bool(rest) and first in TRACE_FOLDERS) or _matches(relative, TRACE_FILES)


def is_leftover(relative: str) -> bool:
    """Whether the file at this posix path, relative to the lesson folder, is no part of an answer."""
    folders = relative.split("/")[:-1]
    return (
        relative.casefold() in OURS
        or any(is_tool_folder(name) for name in folders)
        or _matches(relative, TOOL_FILES)
        or is_trace(relative)
    )


def files_below(folder: Path) -> list[str]:
    """The regular files below a folder that are no leftovers: relative posix paths in NFC, sorted.

    Links are not followed; a folder that may not be listed counts as empty.
    """
    found: list[str] = []
    waiting = [(folder, "")]
    while waiting:
        place, prefix = waiting.pop()
        try:
            children = [(child, child.lstat().st_mode) for child in place.iterdir()]
        except OSError:
            continue
        if prefix and any(child.name == "pyvenv.cfg" for child, _ in children):
            continue  # a virtual environment, whatever its name
        for child, mode in children:
            name = prefix + normalize("NFC", child.name)
            if stat.S_ISDIR(mode) and not is_tool_folder(child.name):
                waiting.append((child, f"{name}/"))
            elif stat.S_ISREG(mode) and not is_leftover(name):
                found.append(name)
    return sorted(found)


def _matches(relative: str, patterns: tuple[str, ...]) -> bool:
    name = relative.rpartition("/")[2].casefold()
    return any(fnmatchcase(name, pattern) for pattern in patterns)
