"""What a test needs from this computer. Where it is missing the test is skipped with the reason, except in CI: there
everything has been installed, and a test that skips would hide that it no longer works."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys

import pytest

from tests.browser import executable

IN_CI = bool(os.environ.get("WORKBOOK_CI"))
IS_LINUX = sys.platform.startswith("linux")


def _works(*command: str) -> bool:
    if not IS_LINUX or shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, check=False, capture_output=True, timeout=30).returncode == 0


def _needed(works: bool, reason: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not works and not (IN_CI and IS_LINUX), reason=reason)


OWN_PROCESSES = ("unshare", *([] if IS_LINUX and os.getuid() == 0 else ["--map-root-user"]), "--pid", "--fork")
OWN_PROCESSES = (*OWN_PROCESSES, "--mount-proc")
"""Before a command: it runs in a process space of its own, so that what it leaves behind ends with it."""

needs_bubblewrap = _needed(
    _works("bwrap", "--unshare-user", "--unshare-pid", "--unshare-net", "--ro-bind", "/", "/", "true"),
    "bubblewrap is not installed, or this system does not allow what it is made of",
)
needs_tmux = _needed(_works("tmux", "-V"), "tmux is not installed")
needs_own_processes = _needed(_works(*OWN_PROCESSES, "true"), "unshare cannot make a process space of its own here")
needs_linux = pytest.mark.skipif(not IS_LINUX, reason="only Linux has this")
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
needs_chromium = _needed(
    executable() is not None and importlib.util.find_spec("playwright") is not None,
    "no Chromium or Chrome was found, or playwright is not installed",
)
