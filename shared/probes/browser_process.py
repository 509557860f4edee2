"""The process that drives a browser, the browser below it, and everything that the two leave on the disk."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parents[2]
MAX_BYTES = 2 << 30
"""Memory of the browser with all its processes: a page that wants more is ended."""

OWN_PLACES = ("TMPDIR", "TEMP", "TMP", "XDG_CONFIG_HOME")
"""Variables that say where a program may put its files, on one system or another."""

LOOK_SECONDS = 0.5
END_SECONDS = 2.0
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-breakpad",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--proxy-bypass-list=<-loopback>",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",  # the same, for browsers of some years ago
)
"""A browser asks its maker's servers for this and that, looks up names, and goes past a proxy for its own computer."""


class BrowserProcess:
    """A browser that is started at once. `version` is its own, or None where it did not start in time."""

    def __init__(self, program: Path, proxy: str, seconds: float) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="workbook-browser-", ignore_cleanup_errors=True)
        self._answers: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._ended = threading.Event()
        self._seen: set[psutil.Process] = set()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "shared.probes.browser_driver"],
            cwd=ROOT,
            env={**os.environ, **dict.fromkeys(OWN_PLACES, self._folder.name)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        for work in (self._listen, self._watch):
            threading.Thread(target=work, daemon=True).start()
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        given = {
            "program": str(program),
            "arguments": [*QUIET, f"--proxy-server={proxy}"],
            "sandbox": not is_root,  # Chromium refuses its own walls to root
        }
        started = self.ask(given, seconds)
        self.version: str | None = str(started["value"]) if started else None

    def ask(self, order: dict[str, Any], seconds: float) -> dict[str, Any] | None:
        """Give an order to the driver and wait for its answer; None where it has not come in time, or never will."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()
            return self._answers.get(timeout=seconds)
        except (OSError, ValueError, queue.Empty):
            return None

    def end(self) -> None:
        """End the browser and all that belongs to it, and remove its folder."""
        self._ended.set()
        family = self._kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with contextlib.suppress(OSError):
                pipe.close()
        until = time.monotonic() + END_SECONDS
        while any(_runs(process) for process in family) and time.monotonic() < until:
            time.sleep(0.01)
        self._folder.cleanup()

    def _family(self) -> set[psutil.Process]:
        """Those that run now, and those once seen: of a driver that was killed nobody could ask for its children."""
        with contextlib.suppress(psutil.Error):
            driver = psutil.Process(self._process.pid)
            self._seen |= {driver, *driver.children(recursive=True)}
        return set(self._seen)

    def _kill(self) -> set[psutil.Process]:
        family = self._family()
        for process in family:
            with contextlib.suppress(psutil.Error):
                process.kill()
        return family

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with contextlib.suppress(ValueError, OSError):  # closed at the end
            for line in self._process.stdout:
                self._answers.put(json.loads(line))
        self._answers.put(None)

    def _watch(self) -> None:
        while not self._ended.wait(LOOK_SECONDS):
            if sum(map(_bytes, self._family())) > MAX_BYTES:
                self._kill()


def _runs(process: psutil.Process) -> bool:
    with contextlib.suppress(psutil.Error):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False


def _bytes(process: psutil.Process) -> int:
    with contextlib.suppress(psutil.Error):
        return int(process.memory_info().rss)
    return 0
