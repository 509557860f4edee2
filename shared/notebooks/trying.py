"""Trying an answer by hand in the kernel: its files in a folder, its app loaded from there."""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from shared.lessons import Lesson
from shared.lessons.starters import kept


def lay(lesson: Lesson, answers: Mapping[str, str], folder: Path) -> None:
    """The starter with the answers over it, in an empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    files = {**(kept(lesson) or {}), **{name: text.encode("utf-8") for name, text in answers.items()}}
    for name, content in files.items():
        target = folder.joinpath(*name.split("/"))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def load_app(folder: Path, file: str) -> Any:
    """The `app` of a file in that folder, loaded anew with all modules beside it.

    Raises:
        AttributeError: the file has no `app`.
        Exception: whatever the file raises.
    """
    for name, module in list(sys.modules.items()):
        if Path(getattr(module, "__file__", None) or "/").is_relative_to(folder):
            del sys.modules[name]
    importlib.invalidate_caches()
    sys.path.insert(0, str(folder))
    try:
        return importlib.import_module(file.removesuffix(".py")).app
    finally:
        sys.path.remove(str(folder))
