"""Judges hostile answers without walls and tells what is left: run in a process space of its own (see `tests.needs`).

`python -m tests.hostile.unwalled fork|fresh NAME...` writes one line of JSON for each answer; after each, a
correct one is judged.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from shared.checking.session import load_check
from shared.worker.worker import Worker
from tests.hostile.cases import CASES
from tests.hostile.judged import LESSON, RIGHT, ROOMY, answer, judge


def main(way: str, names: list[str]) -> None:
    check = load_check(LESSON)
    with Worker(walled=False, fork=way == "fork") as worker:
        for name in names:
            with worker.open("warm", {}):
                pass
            before = others()
            found = judge(check, worker, answer(name), CASES[name].limits)
            time.sleep(0.1)  # a process that was killed is listed until its parent has taken note
            left = sorted(others() - before) if way == "fork" else sorted(others())
            after = judge(check, worker, {"app.py": RIGHT}, ROOMY)
            said = {"name": name, "passed": sorted(found.passed), "words": found.words, "seconds": found.seconds}
            print(json.dumps({**said, "left": left, "after": sorted(after.passed)}), flush=True)


def others() -> set[int]:
    """Every process of this process space but this one, without those that have ended."""
    found = {int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()} - {os.getpid(), 1}
    return {pid for pid in found if _runs(pid)}


def _runs(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return False


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
