"""Which Python runs the workbook."""

from __future__ import annotations

import platform
import sys
from pathlib import Path

from shared.bootstrap import places
from shared.doctor.finding import Finding
from shared.messages import doctor as words

OLDEST = (3, 10)


def python(_: Path) -> Finding:
    """Its version and width."""
    bits = 64 if sys.maxsize > 2**32 else 32
    detail = words.python(platform.python_version(), bits, "{}.{}".format(*OLDEST))
    if sys.version_info[:2] < OLDEST:
        return Finding(words.PYTHON, detail, words.PYTHON_TOO_OLD, blocks=True)
    return Finding(words.PYTHON, detail, None if bits == 64 else words.PYTHON_32_BIT)


def venv(root: Path) -> Finding:
    """Whether it is the workbook's own."""
    if places.inside_venv(str(root)):
        return Finding(words.VENV, words.VENV_USED)
    there = Path(places.venv(str(root))).is_dir()
    detail = words.venv_not_used(sys.executable) if there else words.VENV_NOT_MADE
    return Finding(words.VENV, detail, words.VENV_TO_DO)
