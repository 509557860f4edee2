"""Pages that do harm: they reach nothing but their own app, end in time, and leave nothing behind."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from shared.messages import browser as words
from shared.probes import Mismatch, browser_process
from shared.probes.browser import LOCALHOST, NETWORK, Browser
from tests.needs import needs_chromium

from .pages import CHAT, Visit, visit  # noqa: F401

pytestmark = needs_chromium


@pytest.fixture
def neighbour() -> Iterator[socket.socket]:
    """Another server of this computer, which nobody may reach."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


def processes(browser: Browser) -> set[psutil.Process]:
    return browser._process._family()


def is_gone(process: psutil.Process) -> bool:
    return not browser_process._runs(process)


@pytest.mark.parametrize(
    "reach",
    [
        "fetch('http://127.0.0.1:PORT/')",
        "fetch('http://localhost:PORT/', {mode: 'no-cors'})",
        "new WebSocket('ws://127.0.0.1:PORT/').onclose = done",
        "Object.assign(new Image(), {src: 'http://[::1]:PORT/x.png', onerror: done})",
        "new Promise((_, no) => { const it = new EventSource('http://127.0.0.1:PORT/'); it.onerror = no; })",
        "fetch('https://example.com/')",
        "fetch('file:///etc/passwd')",
        "import('https://cdn.example.com/x.js')",
        "window.open('http://127.0.0.1:PORT/') || done()",
    ],
)
def test_a_page_reaches_nothing_but_its_app(visit: Visit, neighbour: socket.socket, reach: str) -> None:  # noqa: F811
    port = neighbour.getsockname()[1]
    script = f"const done = () => add('done'); Promise.resolve({reach.replace('PORT', str(port))}).catch(done);"
    browser = visit(CHAT + f"<script>{script}</script>")
    page = browser.open(NETWORK)
    if "window.open" not in reach:
        page.shows("done")
    else:
        page.sends("still here")
        page.shows("still here")
    with pytest.raises(BlockingIOError):
        neighbour.accept()


@pytest.mark.parametrize(
    "reach",
    [
        """const line = new RTCPeerConnection({iceServers: [{urls: 'stun:127.0.0.1:PORT'}]});
           line.createDataChannel('x');
           line.onicegatheringstatechange = () => line.iceGatheringState === 'complete' && add('done');
           line.createOffer().then((offer) => line.setLocalDescription(offer));""",
        "new WebTransport('https://127.0.0.1:PORT/').ready.catch(() => add('done'));",
    ],
    ids=["WebRTC", "WebTransport"],
)
def test_no_datagram_goes_past_the_gateway(visit: Visit, reach: str) -> None:  # noqa: F811
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ear:
        ear.bind(("127.0.0.1", 0))
        ear.setblocking(False)
        script = reach.replace("PORT", str(ear.getsockname()[1]))
        visit(CHAT + f"<script>{script}</script>").open(LOCALHOST).shows("done")
        with pytest.raises(BlockingIOError):
            ear.recv(100)


def test_a_host_that_no_page_was_opened_as_is_another_place(visit: Visit) -> None:  # noqa: F811
    browser = visit(CHAT + "<script>fetch('http://127.0.0.1:5000/').catch(() => add('refused'))</script>")
    page = browser.open(NETWORK)
    page.shows("refused")
    with pytest.raises(Mismatch) as failure:
        page.shows_once("x")
    assert words.WANTED_OUTSIDE.format(place="127.0.0.1:5000") in (failure.value.got or "")
    browser.open(LOCALHOST).is_ready()


@pytest.mark.parametrize(
    "script",
    ["for (;;) {}", "for (;;) { list.append('x'.repeat(1000)) }", "setInterval(() => { for (;;) {} })"],
    ids=["loop", "endless list", "loop a little later"],
)
def test_a_page_that_never_answers_is_ended(visit: Visit, script: str) -> None:  # noqa: F811
    browser = visit(CHAT + f"<script>onload = () => setTimeout(() => {{ {script} }}, 100)</script>")
    family = processes(browser)
    page = browser.open()
    browser.wait_seconds = 1.0
    with pytest.raises(Mismatch, match=words.HANGS):
        while True:  # the first look may come before the loop begins
            page.shows_now("never")
            time.sleep(0.05)
    assert all(is_gone(process) for process in family)
    with pytest.raises(Mismatch):  # and what is asked of it later ends at once
        browser.open()


def test_dialogs_without_end_do_not_stop_the_probe(visit: Visit) -> None:  # noqa: F811
    asks = "alert('again'); confirm('sure?'); prompt('why?');"
    page = visit(CHAT + f"<script>setInterval(() => {{ {asks} }}, 1); onbeforeunload = () => 'stay';</script>").open()
    for _ in range(20):
        page.shows_now("word")
    with pytest.raises(Mismatch, match="again"):
        page.has_run_nothing()
    page.close()


def test_windows_and_downloads_come_to_nothing(visit: Visit, tmp_path: Path) -> None:  # noqa: F811
    script = """
        let left = 20;
        const again = setInterval(() => left-- ? open('/?again') : clearInterval(again), 5);
        for (const name of ['a', 'b']) {
          const link = Object.assign(document.createElement('a'), {download: name, href: 'data:text/plain,evil'});
          link.click();
        }
    """
    browser = visit(CHAT.replace("<script>", f"<script>if (!location.search) {{ {script} }}\n", 1))
    page = browser.open()
    while len(browser.ask("windows")) > 1:
        time.sleep(0.05)
    page.sends("and on")
    page.shows("and on")


def test_a_page_cannot_lend_the_probe_its_own_eyes(visit: Visit) -> None:  # noqa: F811
    script = """
        const fake = {innerText: 'good', textContent: 'good', matches: () => false};
        Document.prototype.querySelector = document.querySelector = () => fake;
        String.prototype.replace = () => 'good';
    """
    page = visit(CHAT + f"<script>{script}</script>").open()
    assert not page.shows_now("good")


def test_memory_has_a_limit(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    monkeypatch.setattr(browser_process, "LOOK_SECONDS", 0.05)
    hoard = "const all = []; setInterval(() => all.push(new Uint8Array(1 << 25).fill(1)), 10);"
    browser = visit(CHAT + f"<script>{hoard}</script>")
    family = processes(browser)
    of_itself = sum(map(browser_process._bytes, family))
    monkeypatch.setattr(browser_process, "MAX_BYTES", of_itself + (400 << 20))
    with pytest.raises(Mismatch):
        browser.open().shows("never")
    browser.end()
    assert all(is_gone(process) for process in family)


def test_nothing_stays_behind(visit: Visit) -> None:  # noqa: F811
    browser = visit(CHAT + "<script>localStorage.setItem('seen', 'yes'); document.cookie = 'seen=yes'</script>")
    browser.open().is_ready()
    family, folder = processes(browser), Path(browser._process._folder.name)
    assert len(family) > 2 and any(folder.iterdir())
    browser.end()
    assert all(is_gone(process) for process in family)
    assert not folder.exists()
    browser.end()  # a second time does nothing
