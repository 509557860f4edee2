"""A JupyterLab of the workbook's own Python, and Chromium in front of it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


ROOT = Path(__file__).parents[2]
START_SECONDS = 60
ADDRESS = re.compile(r"(http://127\.0\.0\.1:\d+/lab\S*\?token=\w+)")


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[str]:
    """The address of a JupyterLab whose folder is `tmp_path`."""
    with running_lab(tmp_path) as address:
        yield address


@contextmanager
def running_lab(folder: Path) -> Iterator[str]:
    """A JupyterLab on a folder; gives its address."""
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--ServerApp.ip=127.0.0.1", "--ServerApp.port=0"]
    command += [f"--ServerApp.root_dir={folder}", "--LabApp.news_url=", "--LabApp.extension_manager=readonly"]
    command += ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "JUPYTER_CONFIG_DIR": str(folder / ".jupyter")}
    log = folder / "lab.log"
    with log.open("w", encoding="utf-8") as written:
        process = subprocess.Popen(command, cwd=folder, env=environment, stderr=written, start_new_session=True)
    try:
        yield _address(log)
    finally:
        os.killpg(process.pid, signal.SIGKILL)  # its kernels are in its group
        process.wait()


def _address(log: Path) -> str:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        found = ADDRESS.search(log.read_text(encoding="utf-8"))
        if found:
            return found[1]
        time.sleep(0.1)
    raise TimeoutError(log.read_text(encoding="utf-8"))
