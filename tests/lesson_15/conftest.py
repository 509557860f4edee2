"""The chat, the browser, and the npm package that both the page and a client under Node are made of."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from shared.lessons import client_script
from tests.browser import browser as browser
from tests.lesson_15.chat import Chat
from tests.needs import IN_CI

NPM_SECONDS = 120


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pinned socket.io-client in its `node_modules`, which npm has put there."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.fail("npm is not installed") if IN_CI else pytest.skip("npm is not installed")
    kept = Path(tempfile.gettempdir()) / f"workbook-{client_script.PACKAGE}"
    if _is_whole(kept):
        return kept
    folder = tmp_path_factory.mktemp("npm")
    command = [npm, "install", "--silent", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"]
    ran = subprocess.run(
        [*command, client_script.PACKAGE], cwd=folder, capture_output=True, check=False, timeout=NPM_SECONDS
    )
    if ran.returncode != 0:
        reason = f"npm cannot install {client_script.PACKAGE}: {ran.stderr.decode('utf-8', 'replace')[-300:]}"
        pytest.fail(reason) if IN_CI else pytest.skip(reason)
    try:
        folder.rename(kept)
    except OSError:  # another worker was faster, or the folder is on another disk
        return folder
    return kept


@pytest.fixture(scope="session")
def client(package: Path) -> bytes:
    """The script for pages, out of that package."""
    content = _script(package).read_bytes()
    assert client_script.is_genuine(content)
    return content


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


def _script(folder: Path) -> Path:
    return folder / "node_modules" / "socket.io-client" / "dist" / client_script.NAME


def _is_whole(folder: Path) -> bool:
    return _script(folder).is_file() and client_script.is_genuine(_script(folder).read_bytes())
