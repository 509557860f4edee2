"""A grader that is killed again and again, in a process space of its own. Run by test_killed.

Prints JSON: how often it was killed while it worked, and what was left of it each time.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

from tests.grading.running import ROOT, command, left_here


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
        left += left_here()
    print(json.dumps({"killed": killed, "left": left}))


if __name__ == "__main__":
    main()
