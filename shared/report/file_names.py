"""Names for files out of names of people, good on every system and different for every person."""

from __future__ import annotations

import re
import unicodedata

MAX_BYTES = 120
"""Of UTF-8; Linux allows 255 for one name, Windows 260 characters for a whole path."""

# https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
_FORBIDDEN = re.compile(r'[<>:"/\\|?*#%]')
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE)
_UNSEEN = {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}


class FileNames:
    """Gives each person one name, the same when asked again. In the same order of asking the names are the same."""

    def __init__(self) -> None:
        self._given: dict[tuple[str, ...], str] = {}
        self._taken: set[str] = set()

    def of(self, *parts: str) -> str:
        """A file name without an ending, out of an id and a name, say."""
        if parts not in self._given:
            self._given[parts] = self._free(safe("_".join(part for part in parts if part)))
        return self._given[parts]

    def _free(self, wanted: str) -> str:
        name, number = wanted, 1
        while (key := _compared(name)) in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._taken.add(key)
        return name


def safe(text: str) -> str:
    """A file name that Windows, macOS and Linux all take, as near to the text as can be."""
    composed = unicodedata.normalize("NFC", text)
    seen = "".join("_" if unicodedata.category(character) in _UNSEEN else character for character in composed)
    name = _FORBIDDEN.sub("_", " ".join(seen.split()))
    name = name.encode("utf-8")[:MAX_BYTES].decode("utf-8", "ignore").strip(" .")
    return f"_{name}" if not name or _DEVICES.fullmatch(name) else name


def _compared(name: str) -> str:
    """Windows and macOS take `Kim` and `kim` for one file, and macOS both Unicode forms of a name."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold())
