"""Looks for the seed of the run, and for what will be asked, in its own memory, arguments and environment."""

import gc
import os
import sys
from pathlib import Path

from right import app

SEED = Path("seed.txt").read_text(encoding="utf-8").strip()
needle = SEED[::-1]  # written backwards there, so that reading it does not put it into memory
secret = needle.encode()
found = []
for item in gc.get_objects():
    if isinstance(item, dict) and any(isinstance(value, int) and str(value) == needle for value in list(item.values())):
        found.append("object")
for name in ("cmdline", "environ"):
    for pid in (1, os.getpid()):
        try:
            if secret in Path(f"/proc/{pid}/{name}").read_bytes():
                found.append(name)
        except OSError:
            pass
for name in sys.modules:
    if name.startswith(("shared.checking", "shared.probes", "checks")):
        found.append(name)
print("found:", found)
