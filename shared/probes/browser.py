"""Pages of the learner's app in a real browser: the Chrome, Edge or Chromium of this computer.

The page is a stranger's program. It runs in a browser with an empty profile whose only way out leads to the server of
the submission, and the browser belongs to a process that is ended when the step ends, whatever the page does.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from typing import Any

from shared.messages import browser as words
from shared.probes.browser_page import BrowserPage
from shared.probes.browser_process import BrowserProcess
from shared.probes.browser_program import can_be_driven, find
from shared.probes.deadline import Deadline
from shared.probes.gateway import Gateway
from shared.probes.mismatch import Mismatch, Skip

PORT = 5000
LOOPBACK, LOCALHOST, NETWORK = "127.0.0.1", "localhost", "192.168.0.10"
"""As what a page is opened: this computer by its number, by its name, and as another device of the network sees it."""

START_SECONDS = 20.0
LEAST_WAIT, MOST_WAIT, STARTS = 6.0, 30.0, 6
"""How long something in a page may take, in seconds: as long as this number of starts of the browser, within limits.
A computer that is slow, or busy with other things, shows it at the start."""


class Browser:
    """One browser for one step.

    Raises:
        Skip: this computer has no such browser, or nothing to drive it with; the task is then not counted.
    """

    def __init__(self, dial: Callable[[float], socket.socket], deadline: Deadline) -> None:
        if not can_be_driven():
            raise Skip(words.NO_DRIVER, counted=False)
        program = find()
        if program is None:
            raise Skip(words.NO_BROWSER, counted=False)
        self.did = ""
        self._deadline = deadline
        began = time.monotonic()
        self._gateway = Gateway(PORT, dial)
        self._process = BrowserProcess(program, self._gateway.address, min(START_SECONDS, max(0.1, deadline.left())))
        if self._process.version is None:
            self.end()
            raise Skip(words.NO_START, counted=False)
        self.version = self._process.version
        self.wait_seconds = min(MOST_WAIT, max(LEAST_WAIT, STARTS * (time.monotonic() - began)))

    def open(self, host: str = LOOPBACK) -> BrowserPage:
        """The app's front page, opened as this host. No page can reach the app as a host that was never opened."""
        self._gateway.let_through(host)
        url = f"http://{host}:{PORT}/"
        self.did = words.OPENED.format(url=url)
        return BrowserPage(self, self.ask("open", url=url), host)

    def cut(self) -> None:
        """Let all pages lose their lines at once."""
        self.did = words.CUT
        self._gateway.cut()

    def ask(self, do: str, *, late: Callable[[], Mismatch] | None = None, **order: Any) -> Any:
        """Give an order to the driver and wait for what comes of it.

        Raises:
            Mismatch: `late()` where it has not come true in time, or the page hangs or is gone.
        """
        seconds = max(0.1, min(self.wait_seconds, self._deadline.left()))
        answer = self._process.ask({"do": do, "seconds": seconds, **order}, seconds + 1)
        if answer is None:
            self.end()  # nothing that is asked of it later can hang again
            raise Mismatch(words.HANGS, did=self.did, kind="timeout")
        if "gone" in answer:
            raise Mismatch(words.PAGE_GONE, got=answer["gone"], did=self.did, kind="broken")
        if "late" in answer:
            raise late() if late else Mismatch(words.HANGS, did=self.did, kind="timeout")
        return answer["value"]

    def end(self) -> None:
        """End the browser and all that belongs to it."""
        self._gateway.close()
        self._process.end()


def version() -> str:
    """The version of this computer's browser, after starting it once.

    Raises:
        Skip: there is none, or it does not start.
    """
    browser = Browser(_nowhere, Deadline(START_SECONDS))
    browser.end()
    return browser.version


def _nowhere(_: float) -> socket.socket:
    raise ConnectionRefusedError
