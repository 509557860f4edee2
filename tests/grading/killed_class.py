"""A grader that is killed again and again, in a process space of its own. Run by test_killed.

Prints JSON: how often it was killed while it worked, and what was left of it each time.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

from tests.grading.running import ROOT, command

END_SECONDS = 15.0


def others() -> list[str]:
    """Processes here besides this one: those that have not ended, by their command lines."""
    numbers = (path.name for path in Path("/proc").iterdir() if path.name.isdigit())
    found = []
    for number in numbers:
        try:
            state = Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
            if int(number) != os.getpid() and state not in "ZX":
                found.append(Path(f"/proc/{number}/cmdline").read_bytes().decode("utf-8", "replace"))
        except OSError:
            continue
    return found


def main() -> None:
    """Kill `times` graders at random moments, the last one of `longest` seconds."""
    root, folder, out, seed, times, longest = sys.argv[1:]
    moments = random.Random(int(seed))
    killed, left = 0, []
    for _ in range(int(times)):
        grader = subprocess.Popen(
            command(Path(root), "grade", folder, "--out", out), cwd=ROOT, stdout=subprocess.DEVNULL
        )
        try:
            grader.wait(moments.uniform(0.1, float(longest)))
        except subprocess.TimeoutExpired:
            grader.kill()
            grader.wait()
            killed += 1
        until = time.monotonic() + END_SECONDS
        while (remaining := others()) and time.monotonic() < until:
            time.sleep(0.05)
        left += remaining
    print(json.dumps({"killed": killed, "left": left}))


if __name__ == "__main__":
    main()
