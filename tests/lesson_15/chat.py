"""The chat of lesson 15 as people meet it: the solution in a process of its own, and pages that can lose their line."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect

from shared.lessons import ROOT, client_script, find
from shared.probes.gateway import Gateway

PORT = 5000
"""What stands in the addresses; where the server really listens is the gateway's business."""

LOOPBACK, LOCALHOST, NETWORK = "127.0.0.1", "localhost", "192.168.0.10"
SERVER = """
from app import app
from werkzeug.serving import make_server

server = make_server("127.0.0.1", 0, app, threaded=True)
print(server.server_port, flush=True)
server.serve_forever()
"""
FIELD, LIST, STATE, SEND = "#input-box", "#msg-container", "#state", "#input-form button"


class Chat:
    """A server and a browser that reaches nothing else. What the CDN would answer is `cdn`; None: no Internet."""

    def __init__(self, folder: Path, browser: Browser, lesson: str = "15") -> None:
        self.folder = folder
        self.browser = browser
        self.cdn: bytes | None = None
        self.asked_cdn = 0
        self._gateway = Gateway(PORT, lambda seconds: socket.create_connection(("127.0.0.1", self.port), seconds))
        for host in (LOOPBACK, LOCALHOST, NETWORK):
            self._gateway.let_through(host)
        self._contexts: list[BrowserContext] = []
        shutil.copytree(find(lesson, ROOT).solution, folder, ignore=lambda *_: ["__pycache__", client_script.NAME])
        self._process = self._start()

    @property
    def url(self) -> str:
        """Where clients that are no browser connect."""
        return f"http://127.0.0.1:{self.port}"

    def lay_client(self, content: bytes) -> None:
        """Put a local copy beside the page."""
        (self.folder / "static" / client_script.NAME).write_bytes(content)

    def open(self, host: str = LOOPBACK, **options: Any) -> Page:
        """A page of somebody else: it shares nothing with the others."""
        context = self.browser.new_context(
            locale="ko-KR", proxy={"server": self._gateway.address, "bypass": "<-loopback>"}, **options
        )
        context.route(re.compile(r"^https://"), self._answer_as_cdn)
        self._contexts.append(context)
        page = context.new_page()
        page.goto(f"http://{host}:{PORT}/")
        return page

    def enter(self, host: str = LOOPBACK, **options: Any) -> Page:
        """A page that may write."""
        page = self.open(host, **options)
        expect(page.locator(FIELD)).to_be_enabled()
        return page

    def cut(self) -> None:
        """All pages lose their line."""
        self._gateway.cut()

    def restart(self) -> None:
        """The server is killed and started again: it has forgotten everything."""
        self.stop()
        self._process = self._start()

    def stop(self) -> None:
        """The server is killed. A second call does nothing."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()

    def freeze(self) -> None:
        """The server answers nobody any more, and its lines stand."""
        self._process.send_signal(signal.SIGSTOP)

    def close(self) -> None:
        """End everything."""
        for context in self._contexts:
            context.close()
        self._gateway.close()
        self.stop()

    def _start(self) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", SERVER],
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        assert process.stdout is not None
        self.port = int(process.stdout.readline())
        return process

    def _answer_as_cdn(self, route: Any) -> None:
        assert route.request.url == client_script.ADDRESS, route.request.url
        self.asked_cdn += 1
        if self.cdn is None:
            route.abort()
        else:
            headers = {"Access-Control-Allow-Origin": "*"}
            route.fulfill(body=self.cdn, content_type="text/javascript", headers=headers)


def say(page: Page, text: str) -> None:
    """Write and press Enter."""
    page.fill(FIELD, text)
    page.press(FIELD, "Enter")


def lines(page: Page, kind: str | None = None) -> list[str]:
    """What people have said, as the list shows it: all of it, or what is `mine` or `theirs`."""
    chosen = f"{LIST} .{kind}" if kind else f"{LIST} .mine, {LIST} .theirs"
    return page.locator(chosen).all_text_contents()


def shows(page: Page, *texts: str) -> None:
    """The list comes to hold just these lines, and no others."""
    expect(page.locator(f"{LIST} .mine, {LIST} .theirs")).to_have_text(list(texts), use_inner_text=False)


def is_back(page: Page, lose_the_line: Any) -> None:
    """Lose the line, notice it, and be back. Who does not wait for the loss mistakes the time before for the one
    after."""
    expect(page.locator(FIELD)).to_be_enabled()
    lose_the_line()
    expect(page.locator(FIELD)).to_be_disabled()
    expect(page.locator(FIELD)).to_be_enabled(timeout=15_000)
