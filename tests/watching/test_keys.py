"""Keys on systems that are not this one, and keyboards that are set to Hangul."""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Iterator
from queue import SimpleQueue
from types import ModuleType, SimpleNamespace

import pytest

from shared.cli.watch import windows_keys
from shared.cli.watch.events import Key
from shared.cli.watch.keys import meant


@pytest.mark.parametrize(
    ("typed", "key"),
    [("h", "h"), ("H", "h"), ("ㅗ", "h"), ("ㅜ", "n"), ("ㅣ", "l"), ("ㄱ", "r"), ("ㅋ", "z"), ("ㅃ", "q")],
)
def test_the_key_counts_and_not_what_the_keyboard_is_set_to(typed: str, key: str) -> None:
    assert meant(typed) == key


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The Windows half of the seam, with a console that has a few keys waiting."""
    waiting = list("h\x00H\xe0Kㅂ\x03")
    console = SimpleNamespace(kbhit=lambda: bool(waiting), getwch=lambda: waiting.pop(0))
    interrupted: list[bool] = []
    monkeypatch.setitem(sys.modules, "msvcrt", console)  # type: ignore[arg-type]
    monkeypatch.setattr("_thread.interrupt_main", lambda: interrupted.append(True))
    monkeypatch.setattr(sys, "platform", "win32")
    module = importlib.reload(windows_keys)
    module.interrupted = interrupted  # type: ignore[attr-defined]
    module.waiting = waiting  # type: ignore[attr-defined]
    yield module
    monkeypatch.undo()
    importlib.reload(windows_keys)


def test_a_windows_console_gives_keys_and_ctrl_c_and_keeps_its_arrows(windows: ModuleType) -> None:
    queue: SimpleQueue[object] = SimpleQueue()
    with windows.WindowsKeyboard(queue):
        while windows.waiting:
            time.sleep(0.01)
    assert [queue.get_nowait(), queue.get_nowait()] == [Key("h"), Key("q")] and queue.empty()
    assert windows.interrupted == [True]
