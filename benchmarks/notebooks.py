"""All notebooks as handed out: ours beside `jupyter nbconvert --execute`, one after the other.

    python benchmarks/notebooks.py [--rounds 3] [--write]

Both run the same files on the same kernels. Ours runs as many at once as there are cores. `--write` puts the table into
the README.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.check_speed import write_into  # noqa: E402
from shared.lessons import all_lessons  # noqa: E402
from shared.notebooks.running import run_one  # noqa: E402


def ours() -> float:
    """Seconds for all, run as the verb runs them."""
    from concurrent.futures import ThreadPoolExecutor

    began = time.monotonic()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for result in pool.map(lambda lesson: run_one(lesson, False), all_lessons()):
            assert result.trouble is None, result.trouble
    return time.monotonic() - began


def one_by_one() -> float:
    """Seconds for all with nbconvert, one process for each notebook."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for lesson in all_lessons():
            command = [sys.executable, "-m", "jupyter", "nbconvert", "--to", "notebook", "--execute"]
            subprocess.run(
                [*command, str(lesson.notebook), "--output-dir", folder],
                check=True,
                capture_output=True,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )
    return time.monotonic() - began


def main() -> None:
    """Measure in turn and show the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    times: dict[str, list[float]] = {"ours": [], "nbconvert": []}
    for _ in range(given.rounds):
        times["nbconvert"].append(one_by_one())
        times["ours"].append(ours())
    floor = statistics.median(times["nbconvert"])
    lines = [f"Python {sys.version.split()[0]}, {given.rounds} rounds, {os.cpu_count()} cores", ""]
    lines += ["| what | median s | min-max s | to nbconvert |", "|---|---|---|---|"]
    names = {"nbconvert": "`jupyter nbconvert --execute`, one by one", "ours": "as `python workbook.py notebooks run`"}
    for key, name in names.items():
        found = times[key]
        median = statistics.median(found)
        lines.append(f"| {name} | {median:.1f} | {min(found):.1f}-{max(found):.1f} | {median / floor:.2f} |")
    table = "\n".join(lines)
    print(table)
    if given.write:
        for name in ("README.md", "README.en.md"):
            write_into(ROOT / name, table, "notebooks")


if __name__ == "__main__":
    main()
