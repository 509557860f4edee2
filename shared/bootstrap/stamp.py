"""What is installed in ``.venv``: a stamp file there holds the whole text of what was asked for.

The text itself, not a digest of it: comparing bytes is exact, and cheaper than importing ``hashlib``.
"""

import os
import sys

from shared.bootstrap import places

READY = "ready"
ABSENT = "absent"  # there is no .venv
UNKNOWN = "unknown"  # no stamp: a .venv that VS Code made, or a lot that was never installed here
INTERRUPTED = "interrupted"  # an installation began and never ended
CHANGED = "changed"  # something else is wanted now
MOVED = "moved"  # made in another folder, or its Python is gone

_INSTALLING = b"installing\n"


def state(root: str, wanted: bytes, name: str) -> str:
    """Compare what is in ``.venv`` with what is wanted."""
    if not os.path.isdir(places.venv(root)):
        return ABSENT
    found = read(root, name)
    if found is None:
        return UNKNOWN
    parts = found.split(b"\n", 3)
    if len(parts) < 4:
        return INTERRUPTED
    place, version, base, installed = parts
    if not _same_place(place, root) or _python_gone(root, version, base):
        return MOVED
    return READY if installed == wanted else CHANGED


def read(root: str, name: str) -> "bytes | None":
    """The stamp as it stands, or None where there is none."""
    try:
        with open(_path(root, name), "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def begin(root: str, name: str) -> None:
    """Note that an installation has begun; until ``finish`` or ``put_back`` it counts as interrupted."""
    os.makedirs(places.venv(root), exist_ok=True)
    put_back(root, name, _INSTALLING)


def finish(root: str, name: str, wanted: bytes, version: str, base: str) -> None:
    """Note that ``wanted`` is installed now, on a Python such as "3.12" whose executable is ``base``."""
    put_back(root, name, b"\n".join([os.fsencode(root), version.encode("ascii"), os.fsencode(base), wanted]))


def put_back(root: str, name: str, content: "bytes | None") -> None:
    """Put a stamp in place in one move, so that nobody ever reads half of one; None takes it away."""
    path = _path(root, name)
    if content is None:
        return os.remove(path)
    with open(path + ".new", "wb") as file:
        file.write(content)
    os.replace(path + ".new", path)


def _path(root: str, name: str) -> str:
    return os.path.join(places.venv(root), "workbook-" + name + ".stamp")


def _same_place(place: bytes, root: str) -> bool:
    if place == os.fsencode(root):
        return True
    # One folder can be spelled in several ways: c:\ and C:\, composed and decomposed Hangul, a link.
    from unicodedata import normalize

    there, here = (normalize("NFC", os.path.normcase(os.path.realpath(path))) for path in (os.fsdecode(place), root))
    return there == here


def _python_gone(root: str, version: bytes, base: bytes) -> bool:
    python = places.venv_python(root)
    if not os.path.exists(python) or not os.path.exists(places.venv_description(root)):  # a link to a removed Python
        return True
    if os.name == "nt" and not os.path.exists(base):  # a launcher, which outlives its Python
        return True
    # The system may put 3.12 where .venv links to a 3.11. A Python elsewhere may have any version.
    return version != b"%d.%d" % sys.version_info[:2] and os.path.samefile(python, sys.executable)
