"""File names that every system can store."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from shared.messages import submission as messages
from shared.submission.refusals import Refused

MOST_PATH_CHARACTERS = 200
"""Windows takes 260, the scratch folder's own path included."""

MOST_NAME_BYTES = 255
"""Linux counts bytes: a Hangul syllable is three."""

_DIGITS = "0123456789¹²³"
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_RESERVED = frozenset({"con", "prn", "aux", "nul"} | {kind + digit for kind in ("com", "lpt") for digit in _DIGITS})
_FORBIDDEN = frozenset('<>:"|?*')
_UNSEEN = frozenset({"Cc", "Cs"})
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


def check_names(names: Iterable[str]) -> None:
    """Refuse names that cannot be written everywhere, and two names that are one on some system.

    `names` are relative posix paths of files, in NFC.
    """
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for name in names:
        _check_path(name)
        key = name.casefold()
        if key in files:
            raise Refused(messages.same_name(files[key], name))
        files[key] = name
        for folder in folders_of(name):
            twin = folders.setdefault(folder.casefold(), folder)
            if twin != folder:
                raise Refused(messages.same_name(twin, folder))
    for key in files.keys() & folders.keys():
        raise Refused(messages.same_name(files[key], folders[key] + "/"))


def folders_of(name: str) -> Iterator[str]:
    """The folders a relative posix path goes through, the innermost first: `a/b` and `a` for `a/b/c`."""
    while name := name.rpartition("/")[0]:
        yield name


def _check_path(path: str) -> None:
    if "\\" in path:
        raise Refused(messages.backslash(path))
    if len(path) > MOST_PATH_CHARACTERS:
        raise Refused(messages.long_name(path))
    for name in path.split("/"):
        if not _storable(name):
            raise Refused(messages.bad_name(path))
        if len(name.encode("utf-8")) > MOST_NAME_BYTES:
            raise Refused(messages.long_name(name))


def _storable(name: str) -> bool:
    if name.partition(".")[0].rstrip(" ").casefold() in _RESERVED or name.endswith((".", " ")) or not name:
        return False
    if not _FORBIDDEN.isdisjoint(name):
        return False
    return name.isprintable() or not any(
        character in _TURNING or unicodedata.category(character) in _UNSEEN for character in name
    )
