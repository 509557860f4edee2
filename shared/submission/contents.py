"""Text of an answer has to be UTF-8; other encodings are named, so that the learner knows what to change."""

from __future__ import annotations

import codecs

from shared.messages import submission as messages
from shared.submission.refusals import Refused

TEXT_SUFFIXES = frozenset({".py", ".html", ".css", ".js", ".sql", ".json", ".txt", ".md"})


def check_text(name: str, content: bytes) -> None:
    """Refuse a text file that is not UTF-8. A byte order mark and any line ends are fine."""
    if "." + name.rpartition(".")[2].casefold() not in TEXT_SUFFIXES:
        return
    if _is_utf16(content):
        raise Refused(messages.utf16(name))
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(messages.cp949(name) if _is_cp949(content) else messages.not_utf8(name)) from None


def has_hangul(text: str) -> bool:
    """Whether a Hangul syllable is in the text."""
    return any("가" <= character <= "힣" for character in text)


def _is_utf16(content: bytes) -> bool:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    # Without the mark ASCII text gives itself away: every second byte is zero.
    return b"\0" in content and content.count(0) * 3 >= len(content)


def _is_cp949(content: bytes) -> bool:
    # Damaged UTF-8 can pass for cp949, but then whole syllables are left in it.
    if has_hangul(content.decode("utf-8", errors="ignore")):
        return False
    try:
        return has_hangul(content.decode("cp949"))
    except UnicodeDecodeError:
        return False
