"""Makes standard output safe to write to, and decides what it can show.

A check that passed must not end as a failure because a Korean Windows console cannot write one dash. Every entry
point calls `prepare()` once, before anything is written.
"""

from __future__ import annotations

import codecs
import errno
import os
import sys
from dataclasses import dataclass
from typing import IO, Any, TextIO, cast

FALLBACK_WIDTH = 80
_HANDLER = "shared.console.look_alike"
_NOBODY_READS = {errno.EPIPE, errno.EBADF, errno.ESHUTDOWN}

LOOK_ALIKES = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u2018\u2019\u201a\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u2033", '"'),
    **dict.fromkeys("\u00b7\u2022\u2027\u30fb\u25cf\u25e6", "*"),
    **dict.fromkeys("\u2713\u2714\u2705\u2611", "V"),
    **dict.fromkeys("\u2717\u2718\u274c\u2715\u2716\u00d7", "X"),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff", ""),
    **dict.fromkeys("\u2500\u2501", "-"),
    **dict.fromkeys("\u2502\u2503", "|"),
    **dict.fromkeys("\u250c\u2510\u2514\u2518\u251c\u2524\u252c\u2534\u253c", "+"),
    "\u2192": "->",
    "\u2190": "<-",
    "\u2191": "^",
    "\u2193": "v",
    "\u21d2": "=>",
    "\u2026": "...",
    "\u00a0": " ",
    "\u26a0": "!",
    "\u2264": "<=",
    "\u2265": ">=",
    "\u2260": "!=",
}
"""What stands in for a character that the console cannot write. Everything else becomes a question mark."""


@dataclass(frozen=True)
class Screen:
    """What standard output can show. `width` is in columns; a Hangul syllable takes two."""

    colour: bool = False
    width: int = FALLBACK_WIDTH
    terminal: bool = False


def prepare(*, plain: bool = False) -> Screen:
    """Make sys.stdout and sys.stderr safe; say what standard output can show. May be called again.

    Afterwards no character and no reader that left can raise: `->` is written where the console's encoding has no
    arrow, and what is printed into a closed pipe is dropped, so that the exit code stays that of the verdict.
    The encoding itself is left as it is, since the program that reads the other end expects it.

    Args:
        plain: the user asked for output without colours.
    """
    codecs.register_error(_HANDLER, _look_alike)
    sys.stdout = _safe(sys.stdout)
    sys.stderr = _safe(sys.stderr)
    terminal = _is_terminal(sys.stdout)
    return Screen(colour=_colour(plain, terminal), width=_width(sys.stdout), terminal=terminal)


def write_utf8(text: str) -> None:
    """Write to standard output as UTF-8 whatever its encoding: for JSON and XML that a program reads."""
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    try:
        binary.write(text.encode("utf-8", "backslashreplace"))
        binary.flush()
    except OSError as error:
        _leave(sys.stdout, error)


class _Lasting:
    """A text stream that goes on quietly when nobody reads it any more."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        try:
            return self._stream.write(text)
        except OSError as error:
            _leave(self._stream, error)
            return len(text)

    def writelines(self, lines: Any) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError as error:
            _leave(self._stream, error)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _safe(stream: TextIO | None) -> TextIO:
    if stream is None:  # closed by the parent (`>&-`), or pythonw on Windows
        return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
    if isinstance(stream, _Lasting):
        return cast(TextIO, stream)
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:  # absent on the stand-ins of notebooks and test tools
        reconfigure(errors=_HANDLER)
    return cast(TextIO, _Lasting(stream))


def _leave(stream: IO[str], error: OSError) -> None:
    """Send what is still buffered nowhere. Raises `error` again where it is another one, such as a full disk."""
    # Windows reports a pipe without a reader as EINVAL.
    if error.errno not in _NOBODY_READS and not (os.name == "nt" and error.errno == errno.EINVAL):
        raise error
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _look_alike(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    import unicodedata

    text, start, end = error.object, error.start, error.end
    if _is_jamo(text[start]):  # a macOS file name: its syllables come in parts that cp949 does not have
        while end < len(text) and _is_jamo(text[end]):
            end += 1
    shown = unicodedata.normalize("NFC", text[start:end])
    return "".join(_plain(character, error.encoding) for character in shown), end


def _plain(character: str, encoding: str) -> str:
    import unicodedata

    parts = unicodedata.normalize("NFKD", character)
    base = "".join(part for part in parts if not unicodedata.combining(part))
    for candidate in (character, LOOK_ALIKES.get(character), base):
        if candidate is not None and _can_encode(candidate, encoding):
            return candidate
    return "?"


def _can_encode(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _is_jamo(character: str) -> bool:
    return "\u1100" <= character <= "\u11ff"


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:  # closed
        return False


def _colour(plain: bool, terminal: bool) -> bool:
    """https://no-color.org and https://force-color.org: set and not empty. NO_COLOR and --plain come first."""
    if plain or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "") not in ("", "0"):
        return True
    return terminal and obeys_escapes()


def obeys_escapes() -> bool:
    """Whether standard output is a terminal on which the cursor can be moved; colours may be unwanted all the same."""
    return _is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb" and _understands_escapes()


def _understands_escapes() -> bool:
    """On Windows: ask the console to act on colour codes. Old ones refuse and would print them as text."""
    if sys.platform != "win32":
        return True
    import ctypes

    kernel = ctypes.windll.kernel32
    handle = kernel.GetStdHandle(-11)
    mode = ctypes.c_ulong()
    if not kernel.GetConsoleMode(handle, ctypes.byref(mode)):
        return False
    return bool(kernel.SetConsoleMode(handle, mode.value | 0x0004))


def _width(stream: TextIO) -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns or FALLBACK_WIDTH
    except (OSError, ValueError):
        return FALLBACK_WIDTH
