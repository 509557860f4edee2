"""A study page of a workbook of one's own, and Chromium in front of it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests

from shared.page import Page as Running
from shared.page import start
from shared.watching import Study
from tests import tiny_project

SLUG = tiny_project.SLUG


@dataclass
class Opened:
    """A page that runs, and where its workbook lies."""

    root: Path
    url: str
    study: Study
    page: Running

    @property
    def base(self) -> str:
        """The address without the token."""
        return self.url.partition("/?")[0]

    @property
    def lesson(self) -> str:
        """The address of the one lesson, with the token."""
        return self.url.replace("/?", f"/lessons/{SLUG}/?")

    def save(self, text: str) -> None:
        """Write the learner's file, as an editor does."""
        (self.root / "lessons" / SLUG / "app.py").write_text(text, encoding="utf-8")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    root = tmp_path / "우리 워크북"
    tiny_project.make(root)
    pictures = root / "lessons" / SLUG / "images"
    pictures.mkdir()
    (pictures / "dot.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    shutil.copy(tiny_project.ROOT / "checks" / "home.py", root / "checks")
    with Study(root) as study, start(study) as running:
        yield Opened(root, running.url, study, running)
    for name in [name for name in sys.modules if name.startswith("checks.") or name == "home"]:
        del sys.modules[name]


@pytest.fixture
def ask(opened: Opened) -> Iterator[Callable[..., requests.Response]]:
    """Requests of somebody who has opened the address of the terminal."""
    with requests.Session() as session:
        session.get(opened.url, timeout=5).raise_for_status()

        def asked(path: str, method: str = "GET", **options: Any) -> requests.Response:
            return session.request(method, opened.base + path, timeout=5, allow_redirects=False, **options)

        yield asked
