"""The chat, a browser, and the client that pages and Node share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.lesson_15.chat import Chat
from tests.npm import client as client
from tests.npm import package as package


@pytest.fixture
def bare_chat(tmp_path: Path, browser: Browser) -> Iterator[Chat]:
    """Without a copy of the client, and without the Internet."""
    chat = Chat(tmp_path / "한글 폴더", browser)
    yield chat
    chat.close()


@pytest.fixture
def chat(bare_chat: Chat, client: bytes) -> Chat:
    """With a local copy."""
    bare_chat.lay_client(client)
    return bare_chat
