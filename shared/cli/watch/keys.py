"""Keys as they are pressed, without Enter: the seam between the systems."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager

from shared.cli.watch.events import Happenings

# What the same key gives while the keyboard is set to Hangul.
HANGUL = dict(zip("ㅗㅜㅣㄱㅋㅂㅛㄲㅃ", "hnlrzqyrq", strict=True))


def keyboard(queue: Happenings) -> AbstractContextManager[object]:
    """While it is open, keys are put into the queue, and whatever ends this process leaves the terminal as it was.

    `Key` for a character, `Redraw` after a change of size or when the process goes on after Ctrl+Z, `Hangup` at the
    end of input. Ctrl+C raises KeyboardInterrupt in the main thread, as everywhere.
    """
    if sys.platform == "win32":
        from shared.cli.watch.windows_keys import WindowsKeyboard

        return WindowsKeyboard(queue)
    from shared.cli.watch.posix_keys import PosixKeyboard

    return PosixKeyboard(queue)


def meant(character: str) -> str:
    """The key that was meant, whatever the keyboard is set to."""
    return HANGUL.get(character, character.lower())
