"""Removing a scratch folder, whatever a submission has made of it."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import subprocess
from pathlib import Path


def remove(folder: Path) -> None:
    """Remove a folder and all below it, as far as it can be done. Called when nothing of the submission runs."""
    with contextlib.suppress(OSError, RecursionError):
        shutil.rmtree(folder)
    if not folder.exists():
        return
    # Folders nested deeper than Python's own remover can follow, without permissions, or files that are read-only.
    if shutil.which("rm") and shutil.which("chmod"):
        subprocess.run(["chmod", "-R", "u+rwx", str(folder)], check=False, stderr=subprocess.DEVNULL)
        subprocess.run(["rm", "-rf", "--", str(folder)], check=False, stderr=subprocess.DEVNULL)
        return
    for inner, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(OSError):
                os.chmod(os.path.join(inner, name), stat.S_IWRITE)
    with contextlib.suppress(OSError, RecursionError):
        shutil.rmtree(folder)
