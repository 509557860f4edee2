"""Pages of the learner's app in a real browser: the Chrome, Edge or Chromium of this computer.

The page is a stranger's program. It runs in a browser with an empty profile whose only way out leads to the submission's
own server, and the browser belongs to a process that is ended when the step ends, whatever the page does.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

from shared.messages import browser as words
from shared.probes.browser_program import can_be_driven, find
from shared.probes.deadline import Deadline
from shared.probes.gateway import Gateway
from shared.probes.mismatch import Mismatch, Skip

ROOT = Path(__file__).resolve().parents[2]
PORT = 5000
LOOPBACK, LOCALHOST, NETWORK = "127.0.0.1", "localhost", "192.168.0.10"
"""As what a page is opened: this computer by its number, by its name, and as another device of the network sees it."""

WAIT_SECONDS = 5.0
START_SECONDS = 20.0
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
)


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
        self.deadline = deadline
        self.did = ""
        self.gateway = Gateway({LOOPBACK, LOCALHOST, NETWORK}, PORT, dial)
        self._answers: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._process = self._start(program)

    def open(self, host: str = LOOPBACK) -> BrowserPage:
        """The app's front page, opened as this host."""
        url = f"http://{host}:{PORT}/"
        self.did = words.OPENED.format(url=url)
        return BrowserPage(self, self.ask("open", url=url), host)

    def cut(self) -> None:
        """Let all pages lose their lines at once."""
        self.did = words.CUT
        self.gateway.cut()

    def ask(self, do: str, *, late: Callable[[], Mismatch] | None = None, **order: Any) -> Any:
        """Give an order to the driver and wait for what comes of it.

        Raises:
            Mismatch: `late()` where it has not come true in time, or the page hangs or is gone.
        """
        seconds = max(0.1, min(WAIT_SECONDS, self.deadline.left()))
        answer = self._asked({"do": do, "seconds": seconds, **order}, seconds + 1)
        if answer is None:
            self.end()
            raise Mismatch(words.HANGS, did=self.did, kind="timeout")
        if "gone" in answer:
            raise Mismatch(words.PAGE_GONE, got=answer["gone"], did=self.did, kind="broken")
        if "late" in answer:
            raise late() if late else Mismatch(words.HANGS, did=self.did, kind="timeout")
        return answer["value"]

    def end(self) -> None:
        """End the browser and all that belongs to it."""
        self.gateway.close()
        family: list[psutil.Process] = []
        with contextlib.suppress(psutil.Error):
            mine = psutil.Process(self._process.pid)
            family = [mine, *mine.children(recursive=True)]
        for process in family:
            with contextlib.suppress(psutil.Error):
                process.kill()
        self._process.wait()
        psutil.wait_procs(family, timeout=WAIT_SECONDS)

    def _start(self, program: Path) -> subprocess.Popen[str]:
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        given = {
            "program": str(program),
            "arguments": [*QUIET, f"--proxy-server={self.gateway.address}"],
            "sandbox": not is_root,  # Chromium refuses its own walls to root
        }
        process = subprocess.Popen(
            [sys.executable, "-m", "shared.probes.browser_driver"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        self._process = process
        threading.Thread(target=self._listen, args=(process,), daemon=True).start()
        answer = self._asked(given, min(START_SECONDS, max(0.1, self.deadline.left())))
        if answer is None:
            self.end()
            raise Skip(words.NO_START, counted=False)
        return process

    def _asked(self, order: dict[str, Any], seconds: float) -> dict[str, Any] | None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()
            return self._answers.get(timeout=seconds)
        except (OSError, ValueError, queue.Empty):
            return None

    def _listen(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            self._answers.put(json.loads(line))
        self._answers.put(None)


class BrowserPage:
    """One page. `host` is what it was opened as."""

    def __init__(self, browser: Browser, number: int, host: str) -> None:
        self.browser = browser
        self.host = host
        self._number = number

    def is_ready(self) -> None:
        """The field takes text.

        Raises:
            Mismatch: it never does.
        """
        self._ask("can_type", late=lambda: self._mismatch(words.CAN_TYPE, words.CANNOT_TYPE))

    def sends(self, text: str) -> None:
        """Write a text into the field and press Enter."""
        self._did(words.SENT.format(host=self.host, text=text))
        self.is_ready()
        self._ask("write", text=text)
        self.presses_enter()

    def composes(self, steps: list[str]) -> None:
        """Compose a syllable in an empty field, and end it with Enter, which only ends it."""
        self._did(words.COMPOSED.format(host=self.host, text=steps[-1]))
        self.is_ready()
        self._ask("write", text="")
        self._ask("compose", steps=steps)

    def types(self, text: str) -> None:
        """Type on behind what is in the field."""
        self._ask("type", text=text)

    def presses_enter(self) -> None:
        """Press Enter in the field."""
        self._ask("enter")

    def shows(self, text: str) -> None:
        """The list shows this text, now or soon.

        Raises:
            Mismatch: it does not.
        """
        self._ask("shows", text=text, late=lambda: self._mismatch(words.SHOWN.format(text=text), self._list()))

    def shows_now(self, text: str) -> bool:
        """Whether the list shows this text at this moment."""
        return text in (self._ask("list") or "")

    def shows_once(self, text: str) -> None:
        """The list shows this text one time.

        Raises:
            Mismatch: it shows it more than once, or not.
        """
        shown = self._list()
        if shown.count(text) != 1:
            times = words.TIMES.format(text=text, count=shown.count(text))
            raise self._mismatch(words.TIMES.format(text=text, count=1), times)

    def stands(self, text: str, side: str) -> None:
        """The text stands on this side of the list: `left` or `right`.

        Raises:
            Mismatch: it stands somewhere else.
        """
        found = self._ask("side", text=text)
        if found != side:
            expected, got = (words.STANDS.format(text=text, side=words.SIDES[one]) for one in (side, found))
            raise self._mismatch(expected, got)

    def has_run_nothing(self) -> None:
        """No script has opened a dialog.

        Raises:
            Mismatch: one has.
        """
        dialogs = self._ask("dialogs")
        if dialogs:
            raise self._mismatch(words.NO_SCRIPT, words.SCRIPT_RAN.format(text=dialogs[0]))

    def close(self) -> None:
        """Close it."""
        self._ask("close")

    def _ask(self, do: str, **order: Any) -> Any:
        return self.browser.ask(do, page=self._number, **order)

    def _did(self, text: str) -> None:
        self.browser.did = text

    def _list(self) -> str:
        shown = self._ask("list")
        return words.NO_LIST if shown is None else str(shown)

    def _mismatch(self, expected: str, got: str) -> Mismatch:
        errors = self._ask("errors")
        said = "\n".join([got or words.EMPTY, *(words.SCRIPT_ERROR.format(error=error) for error in errors[:3])])
        return Mismatch(expected=expected, got=said, did=self.browser.did)
