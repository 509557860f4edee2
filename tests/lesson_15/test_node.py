"""One room for all: a page, a Python client and the npm client under Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import socketio
from playwright.sync_api import expect

from tests.lesson_15.chat import Chat, lines, say, shows
from tests.needs import needs_chromium

pytestmark = needs_chromium

GUEST = Path(__file__).with_name("guest.cjs")


def test_page_python_and_node_hear_one_another(chat: Chat, package: Path) -> None:
    page = chat.enter()
    say(page, "페이지에서")
    shows(page, "페이지에서")
    python = socketio.SimpleClient(reconnection=False)
    python.connect(chat.url)
    assert python.call("message", "파이썬에서", timeout=5)["ok"]
    node = shutil.which("node")
    assert node, "npm is here, so Node must be too"
    guest = subprocess.Popen(
        [node, str(GUEST), str(package), chat.url, "노드에서"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        shows(page, "페이지에서", "파이썬에서", "노드에서")
        assert lines(page, "mine") == ["페이지에서"]
        say(page, "다 왔습니다")
        heard = _hears(guest, "다 왔습니다")
    finally:
        guest.communicate(timeout=10)  # its input ends, and with that it goes
    events = [event for event, _ in heard]
    assert events[:3] == ["history", "message", "enable_message"]
    assert [one["message"] for one in heard[0][1]] == ["페이지에서", "파이썬에서"]
    assert heard[1][1]["isSystem"] and heard[1][1]["total"] == 3
    assert dict(heard)["answer"]["ok"] is True
    expect(page.locator("#total")).to_have_text("지금 2명")
    texts = [data[1] for data in _received(python, until="다 왔습니다")]
    assert [one["message"] for one in texts if not one["isSystem"]] == ["노드에서", "다 왔습니다"]


def _hears(guest: subprocess.Popen[str], last: str) -> list[Any]:
    assert guest.stdout is not None
    heard: list[Any] = []
    for line in guest.stdout:
        heard.append(json.loads(line))
        if heard[-1][0] == "message" and heard[-1][1]["message"] == last:
            break
    return heard


def _received(client: socketio.SimpleClient, until: str) -> list[Any]:
    found: list[Any] = []
    while not found or found[-1][1]["message"] != until:
        event = client.receive(timeout=5)
        if event[0] == "message":
            found.append(event)
    return found
