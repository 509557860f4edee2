"""How fast a class is graded, beside other graders: `python benchmarks/grading.py [--write] [--rounds 3]`.

Every figure is of a whole command, from its start to the last of its reports, with walls up for ours. Ours runs right
before each of the others, so that a noisy machine disturbs both alike: medians and ratios count, single times do not.
The other graders are installed into `.workbook/benchmarks`; what cannot be had there is named. `--compare 20,200` are
the classes that all of them grade: the first in several rounds, larger ones once. `--sizes 20,200,1000` are the classes
on which growth and memory are shown; with 10000 this takes some minutes.
"""

from __future__ import annotations

import argparse
import csv
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.check_speed import write_into  # noqa: E402
from benchmarks.grading_class import BROKEN, MARKS, write_class, write_root  # noqa: E402
from benchmarks.grading_peers import PEERS, NotToBeHad, Peer, environment  # noqa: E402

CACHE = ROOT / ".workbook" / "benchmarks"
OURS = "this workbook, walls up"
FLOOR = "nothing but a fork and four HTTP requests"
"""`benchmarks/grading_floor.py`: no walls, no verdicts, no reports: the floor of this design."""

START = (
    "import sys; from pathlib import Path; from shared.cli.running import main; "
    "sys.exit(main(sys.argv[2:], Path(sys.argv[1])))"
)


def ours(folder: Path, name: str = "class", out: str | None = None, expected: int = 0) -> float:
    """Grade a class from nothing. Gives seconds."""
    made = out or f"out-{time.monotonic_ns()}"
    command = [sys.executable, "-c", START, str(folder / "root"), "grade", str(folder / name), "--out"]
    began = time.perf_counter()
    ended = subprocess.run(
        [*command, str(folder / made)], cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8"
    )
    took = time.perf_counter() - began
    if ended.returncode != expected:
        raise SystemExit(f"exit code {ended.returncode}\n{ended.stdout[-2000:]}\n{ended.stderr[-2000:]}")
    return took


def floor(folder: Path, size: int) -> float:
    """Seconds of the floor."""
    began = time.perf_counter()
    command = [sys.executable, str(ROOT / "benchmarks" / "grading_floor.py"), str(folder)]
    said = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    if said.split()[0] != str(size):
        raise SystemExit(f"{size} right answers, and {said}")
    return time.perf_counter() - began


def marks(folder: Path, out: str) -> dict[str, int]:
    """Tasks passed by each student, as the CSV tells them."""
    with (folder / out / "points.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["학번"]: int(row["합계 통과"]) for row in csv.DictReader(file)}


Pair = tuple[float, float]
"""Seconds of ours, and of another grader right after it."""


def side_by_side(size: int, rounds: int, warm_up: bool) -> tuple[dict[str, list[Pair]], list[str]]:
    """For each of the others and one class: how long ours took and how long it took; and what could not be had."""
    missing: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        runs: dict[str, Callable[[], float]] = {}
        here = Path(scratch) / "ours"
        write_root(here / "root")
        write_class(here / "class", size)
        runs[FLOOR] = lambda: floor(here / "class", size)
        for number, peer in enumerate(PEERS):
            try:
                bin = environment(peer, CACHE)
            except NotToBeHad as reason:
                missing.append(f"{peer.name}: {reason}")
                continue
            folder = Path(scratch) / f"peer-{number}"
            folder.mkdir()
            peer.prepare(folder, bin, size)
            runs[peer.name] = _timed(peer, folder, bin)
        pairs: dict[str, list[Pair]] = {name: [] for name in runs}
        for round_ in range(rounds + warm_up):
            for name, run in runs.items():
                pair = ours(here), run()
                if round_ >= warm_up:
                    pairs[name].append(pair)
    return pairs, missing


def _timed(peer: Peer, folder: Path, bin: Path) -> Callable[[], float]:
    def run() -> float:
        began = time.perf_counter()
        peer.grade(folder, bin)
        return time.perf_counter() - began

    return run


def growth(sizes: list[int]) -> list[tuple[int, float, float]]:
    """For each size of class: seconds, and the most memory (MiB) that the grader and all below it held."""
    found = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            write_root(folder / "root")
            write_class(folder / "class", size)
            with Watched() as watched:
                took = ours(folder, out="out")
            if set(marks(folder, "out").values()) != {4}:
                raise SystemExit("a right answer has not four marks")
            found.append((size, took, watched.peak / 2**20))
    return found


class Watched:
    """The most memory that the grader, its pool and its workers held together; what they share is counted once."""

    def __init__(self) -> None:
        self.peak = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> Watched:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        pause = 0.5
        while not self._stop.wait(pause):
            began = time.perf_counter()
            self.peak = max(self.peak, sum(map(proportional, psutil.Process().children(recursive=True))))
            # To look is work too, which must not be measured with the rest.
            pause = max(0.5, 50 * (time.perf_counter() - began))


def proportional(process: psutil.Process) -> int:
    """Bytes of a process, with its share of what several have (Linux); elsewhere all it has."""
    try:
        about = process.memory_full_info()
    except psutil.Error:
        return 0
    return int(getattr(about, "pss", about.rss))


def broken_class() -> tuple[float, list[str]]:
    """Seconds for a class of 20 with three broken files, and the marks that are wrong."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_root(folder / "root")
        write_class(folder / "class", 20, BROKEN)
        took = ours(folder, out="out")
        expected = {f"{10_000 + number}": MARKS.get(number, 4) for number in range(1, 21)}
        found = marks(folder, "out")
        return took, [f"{who}: {found.get(who)}" for who, mark in expected.items() if found.get(who) != mark]


def table(pairs: dict[str, list[Pair]], size: int) -> str:
    """Markdown: seconds, submissions a minute, and how many times ours is faster, pair by pair."""
    lines = [f"| {size} submissions | seconds | min-max | a minute | ours is |", "|---|---|---|---|---|"]
    rows = {OURS: [own for values in pairs.values() for own, _ in values]}
    rows |= {name: [theirs for _, theirs in values] for name, values in pairs.items()}
    for name, values in rows.items():
        middle = statistics.median(values)
        faster = ""
        if name in pairs:
            faster = f"{statistics.median(theirs / own for own, theirs in pairs[name]):.1f} times as fast"
        spread = f"{min(values):.2f}-{max(values):.2f}"
        lines.append(f"| {name} | {middle:.2f} | {spread} | {60 * size / middle:,.0f} | {faster} |")
    return "\n".join(lines)


def growth_table(found: list[tuple[int, float, float]]) -> str:
    """Markdown: how time and memory grow."""
    lines = ["| submissions | seconds | a minute | ms each | memory of all processes, MiB |", "|---|---|---|---|---|"]
    lines += [
        f"| {size:,} | {took:.1f} | {60 * size / took:,.0f} | {1000 * took / size:.1f} | {memory:.0f} |"
        for size, took, memory in found
    ]
    return "\n".join(lines)


def numbers(text: str) -> list[int]:
    """`20,200` as numbers."""
    return [int(word) for word in text.split(",") if word]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--compare", default="20,200")
    parser.add_argument("--sizes", default="20,200,1000")
    given = parser.parse_args()
    tables, missing = [], []
    for number, size in enumerate(numbers(given.compare)):
        pairs, missing = side_by_side(size, 1 if number else given.rounds, warm_up=not number)
        tables.append(table(pairs, size))
        print(tables[-1], flush=True)
    grown = growth(numbers(given.sizes))
    took, wrong = broken_class()
    parts = [
        f"Python {sys.version.split()[0]}, {os.cpu_count()} cores; "
        f"the first class in {given.rounds} rounds, what follows once",
        *tables,
        *[f"Not to be had here: {reason}" for reason in missing],
        growth_table(grown),
        f"A class of 20 with three broken files: {took:.1f} seconds, "
        + (f"wrong marks: {', '.join(wrong)}" if wrong else "all marks right"),
    ]
    text = "\n\n".join(parts)
    print(text)
    if given.write:
        for name in ("README.md", "README.en.md"):
            write_into(ROOT / name, text, "grading")


if __name__ == "__main__":
    main()
