"""From the write of a file to its verdict on the screen: `python benchmarks/save_to_verdict.py [--write] [04 ...]`.

A copy of the workbook is opened as `python workbook.py` opens it, in a pseudo-terminal. Then, lesson by lesson, a file
is saved for real, changed by one more empty line, first in the starter and then in the solution. The time runs from
before the write until the line with the keys stands below the new verdict. `--write` puts the table into the READMEs.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.check_speed import write_into  # noqa: E402
from shared.checking.session import load_check  # noqa: E402
from shared.lessons import Lesson, all_lessons  # noqa: E402
from shared.submission.wanted import wanted_files  # noqa: E402
from tests.watching.terminal import Terminal  # noqa: E402

SAVES = 20
PAUSE_SECONDS = 0.2
IDLE_SECONDS = 10.0
SETTLE_SECONDS = 2.0
"""After the solution was copied: its many files are judged meanwhile."""

KEYS = "끝내기"
KINDS = {"HTTP": (100, 150), "Socket.IO": (100, 300), "other": (None, None), "browser": (None, None)}
"""Aims in milliseconds, by what a lesson's check does: median and 95th percentile."""


@dataclass
class Loop:
    """What was measured: seconds by lesson and state of its files, processor in percent, and memory in MiB."""

    times: dict[tuple[str, str, str], list[float]] = field(default_factory=dict)
    idle: float = 0.0
    memory: float = 0.0


def kind_of(lesson: Lesson) -> str:
    """What the check of the lesson talks to."""
    needs = {need for step in load_check(lesson).steps for need in step.needs}
    if "browser" in needs:
        return "browser"
    return "Socket.IO" if "sockets" in needs else "HTTP" if "http" in needs else "other"


@contextmanager
def copy_of_workbook() -> Iterator[Path]:
    """A workbook of our own, as it is handed out."""
    with tempfile.TemporaryDirectory(prefix="workbook-") as folder:
        root = Path(folder, "워크북 사본")
        for name in ("lessons", "solutions", "checks"):
            shutil.copytree(ROOT / name, root / name)
        yield root


def measure(numbers: list[str], saves: int = SAVES) -> Loop:
    """Open the workbook and save. `numbers` of lessons; none means all."""
    loop = Loop()
    with copy_of_workbook() as root, Terminal(root) as terminal:
        terminal.wait_for(KEYS)
        for lesson in all_lessons(root):
            if lesson.check.is_file() and (not numbers or lesson.number in numbers):
                measure_lesson(loop, lesson, saves, lambda file: save(file, terminal))
        loop.memory, loop.idle = rest(terminal.process.pid)
        terminal.press("q")
        terminal.wait()
    return loop


def measure_lesson(loop: Loop, lesson: Lesson, saves: int, save: Callable[[Path], float]) -> None:
    """Save one file of the lesson again and again; the first time is not counted, because it imports the check.

    `save` gives the seconds from the write to the verdict.
    """
    file = lesson.folder / wanted_files(lesson)[0]
    for state in ("starter", "solution"):
        if state == "solution":
            shutil.copytree(lesson.solution, lesson.folder, dirs_exist_ok=True)
            time.sleep(SETTLE_SECONDS)
        times = [save(file) for _ in range(saves + 1)]
        loop.times[lesson.slug, kind_of(lesson), state] = times[1:]
        print(f"{lesson.slug} {state}: {summary(times[1:])}", file=sys.stderr, flush=True)


def save(file: Path, terminal: Terminal) -> float:
    """Seconds from a save to the verdict."""
    wait_until_quiet(terminal)
    content = file.read_bytes() + b"\n"
    shown = len(terminal.raw)
    began = time.perf_counter()
    file.write_bytes(content)
    return terminal.shown_at(KEYS, after=shown, seconds=60) - began


def wait_until_quiet(terminal: Terminal) -> None:
    """Wait until nothing more is written."""
    while True:
        shown = len(terminal.raw)
        time.sleep(PAUSE_SECONDS)
        if len(terminal.raw) == shown:
            return


def rest(pid: int) -> tuple[float, float]:
    """Memory of the whole loop (shared pages counted once, where the system tells), and processor use at rest."""
    time.sleep(IDLE_SECONDS)  # what the last judgement has ended may still be going
    family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    before = sum(sum(process.cpu_times()[:2]) for process in family)
    time.sleep(IDLE_SECONDS)
    used = sum(sum(process.cpu_times()[:2]) for process in family) - before
    full = [process.memory_full_info() for process in family]
    return sum(getattr(one, "pss", one.rss) for one in full) / 2**20, used / IDLE_SECONDS * 100


def summary(times: list[float]) -> str:
    """Median and 95th percentile in milliseconds, as two cells of a table."""
    ordered = sorted(times)
    high = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    return f"{statistics.median(ordered) * 1000:.0f} | {high * 1000:.0f}"


def table(loop: Loop, *, each: bool) -> str:
    """The figures as Markdown, with a line for `each` lesson where asked for."""
    lines = ["| saved | median ms | 95th percentile ms | aim |", "|---|---|---|---|"]
    for kind, (median, high) in KINDS.items():
        for state in ("starter", "solution"):
            times = [
                time for (_, of, which), some in loop.times.items() if (of, which) == (kind, state) for time in some
            ]
            if times:
                aim = f"{median} and {high}" if median else ""
                lines.append(f"| **{kind} lessons, {state}** | {summary(times)} | {aim} |")
    if each:
        lines += [f"| {slug}, {state} | {summary(times)} | |" for (slug, _, state), times in loop.times.items()]
    lines += ["", f"At rest: {loop.idle:.1f}% of one processor, {loop.memory:.0f} MiB for the whole loop (aim 200)."]
    return "\n".join(lines)


def report(loop: Loop, where: str, name: str) -> None:
    """Print the figures, and put those of all lessons together into the README where `--write` is given."""
    head = f"Python {sys.version.split()[0]}, {SAVES} saves for each lesson, {where}\n\n"
    print(head + table(loop, each=True))
    if "--write" in sys.argv:
        for readme in ("README.md", "README.en.md"):
            write_into(ROOT / readme, head + table(loop, each=False), name)


if __name__ == "__main__":
    report(measure([word for word in sys.argv[1:] if word.isdecimal()]), "terminal", "save_to_verdict")
