"""Stores one state after another and says which were stored: `python writing_forever.py ROOT NAME`."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from shared.lessons import find
from shared.progress import NotKept, remember
from tests.progress.conftest import PASSED

lesson = find("1", Path(sys.argv[1]))
for number in count(1):
    files = {"app.py": f"{sys.argv[2]} {number}\n".encode() * 200}
    try:
        remember(lesson, PASSED, files)
    except NotKept as trouble:
        print("not kept", trouble.message, flush=True)
        raise
    print(number, flush=True)
