"""What a check script imports before its worker starts is what every cold check waits for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SLOW = {"requests", "flask", "werkzeug", "socketio", "selectolax", "rich", "click", "html5lib", "sqlglot", "asyncio"}


def test_nothing_slow_is_imported_before_the_worker_starts() -> None:
    code = f"""
import sys
sys.path[:0] = [{str(ROOT / "checks")!r}, {str(ROOT)!r}]
import runpy
runpy.run_path({str(ROOT / "checks" / "04_routing.py")!r})
import shared.checking.script, shared.worker.worker
print(*sorted(set(sys.modules)))
"""
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8").stdout
    assert not SLOW & set(said.split())
