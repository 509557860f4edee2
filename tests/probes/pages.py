"""Pages for the browser probe: a small app serves one, and a browser of this computer opens it."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Iterator

import pytest
from flask import Flask, request

from shared.probes.browser import Browser
from shared.probes.deadline import Deadline
from shared.server import serve

Visit = Callable[..., Browser]

CHAT = """<!doctype html><meta charset="utf-8"><style>p { margin: 0 } .mine { text-align: right }</style>
<div id="msg-container"></div><input id="input-box">
<script>
const list = document.querySelector("#msg-container"), box = document.querySelector("#input-box");
const add = (text, mine) => {
  const line = document.createElement("p");
  line.textContent = text;
  line.className = mine ? "mine" : "";
  list.append(line);
};
box.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.isComposing) {
    add(box.value, true);
    box.value = "";
  }
});
</script>
"""
"""What somebody writes appears in the list, on the right; nobody else is there."""


@pytest.fixture
def visit() -> Iterator[Visit]:
    """A browser for an app whose front page is this text. `heard` gets what pages send to `/heard`."""
    with contextlib.ExitStack() as stack:

        def visit(page: str, seconds: float = 30.0, heard: list[str] | None = None) -> Browser:
            app = Flask(__name__)
            app.add_url_rule("/", "page", lambda: page)

            @app.post("/heard")
            def hear() -> str:
                (heard if heard is not None else []).append(request.get_data(as_text=True))
                return ""

            server = stack.enter_context(serve(app))

            def dial(limit: float) -> socket.socket:
                return socket.create_connection(("127.0.0.1", server.port), limit)

            browser = Browser(dial, Deadline(seconds))
            stack.callback(browser.end)
            return browser

        yield visit
