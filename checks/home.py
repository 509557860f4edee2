"""Lets a check script find the workbook around it: `import home` stands first in every script of this folder.

A script may be started by any Python, from any folder, before anything was installed. Where the packages are missing,
the workbook's own Python is made ready and takes over.
"""

import importlib.util
import sys
from pathlib import Path

ROOT = str(Path(__file__).resolve().parents[1])
PACKAGES = ("flask", "requests", "socketio", "selectolax", "html5lib", "sqlglot")

if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

if __name__ == "home" and any(importlib.util.find_spec(name) is None for name in PACKAGES):
    import workbook

    workbook.start_script(sys.argv)
