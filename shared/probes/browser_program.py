"""Where this computer has a browser of the Chromium family."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from pathlib import Path

_COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
)
_MAC = ("Google Chrome", "Microsoft Edge", "Chromium")
_WINDOWS = (r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe")
_WINDOWS_TOPS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


def find() -> Path | None:
    """The program, or None."""
    for name in _COMMANDS:
        path = shutil.which(name)
        if path is not None:
            return Path(path)
    return next((path for path in _usual_places() if path.is_file()), None)


def can_be_driven() -> bool:
    """Whether the package that drives a browser is installed."""
    return importlib.util.find_spec("playwright") is not None


def _usual_places() -> list[Path]:
    if sys.platform == "win32":
        tops = [os.environ[name] for name in _WINDOWS_TOPS if os.environ.get(name)]
        return [Path(top, below) for top in tops for below in _WINDOWS]
    if sys.platform == "darwin":
        tops = ["/Applications", str(Path.home() / "Applications")]
        return [Path(top, f"{name}.app/Contents/MacOS/{name}") for top in tops for name in _MAC]
    return []
