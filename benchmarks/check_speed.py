"""How long one judgement takes, beside the floor: `python benchmarks/check_speed.py [--write]`.

Cold, and warm with and without walls; the warm one asks the four questions of benchmarks/four_probes.py. All of it in
one run and in turn, so that a noisy machine disturbs everything alike: medians and ratios count, single times do not.
`--write` puts the table into the READMEs.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.four_probes import ANSWER, check  # noqa: E402
from shared.checking import judging  # noqa: E402
from shared.worker.worker import Worker  # noqa: E402

ROUNDS = 15
WARM_PER_ROUND = 5
FLOOR = [sys.executable, "-c", "import flask, requests"]
COLD = [sys.executable, str(ROOT / "checks" / "04_routing.py"), str(ROOT / "solutions" / "04_routing"), "--plain"]


def seconds_of(command: list[str]) -> float:
    """Time of a whole process."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def warm(worker: Worker) -> float:
    """Time of one judgement with a worker that is warm."""
    began = time.perf_counter()
    verdict = judging.judge(check, {"app.py": ANSWER}, worker=worker, seed=1)
    took = time.perf_counter() - began
    if verdict.outcome != "pass":
        raise SystemExit(f"the answer of the benchmark does not pass: {verdict.steps}")
    return took


def measure(rounds: int = ROUNDS) -> dict[str, list[float]]:
    """All times in seconds, by what was measured."""
    with Worker(walled=True) as walled, Worker(walled=False) as open_worker:
        subjects: dict[str, Callable[[], float]] = {
            "floor": lambda: seconds_of(FLOOR),
            "cold": lambda: seconds_of(COLD),
            "warm, walls": lambda: statistics.median(warm(walled) for _ in range(WARM_PER_ROUND)),
            "warm, no walls": lambda: statistics.median(warm(open_worker) for _ in range(WARM_PER_ROUND)),
        }
        if walled.walls is None:
            print("bubblewrap is not installed: 'warm, walls' ran without walls")
        times: dict[str, list[float]] = {name: [] for name in subjects}
        for round_ in range(rounds + 1):
            for name, run in subjects.items():
                took = run()
                if round_:  # the first round warms caches up
                    times[name].append(took)
    return times


def table(times: dict[str, list[float]]) -> str:
    """The figures as a Markdown table: milliseconds, and ratios pair by pair."""
    names = {
        "floor": "`python -c 'import flask, requests'` (floor)",
        "cold": "cold: `python checks/04_routing.py solutions/04_routing`",
        "warm, walls": "warm, with walls: four probes",
        "warm, no walls": "warm, without walls: four probes",
    }
    lines = ["| what | median ms | min-max ms | to the floor | to cold |", "|---|---|---|---|---|"]
    for name, values in times.items():
        spread = f"{min(values) * 1000:.0f}-{max(values) * 1000:.0f}"
        ratios = [ratio(values, times["floor"]), ratio(values, times["cold"])]
        lines.append(f"| {names[name]} | {statistics.median(values) * 1000:.0f} | {spread} | {' | '.join(ratios)} |")
    return "\n".join(lines)


def ratio(values: list[float], others: list[float]) -> str:
    """Median of the ratios, round by round."""
    return f"{statistics.median(a / b for a, b in zip(values, others, strict=True)):.2f}"


def write_into(readme: Path, text: str, name: str = "check_speed") -> None:
    """Put the table between its marks; a file without them is left alone."""
    begin, end = f"<!-- benchmark: {name} -->", "<!-- end -->"
    before, found, rest = readme.read_text(encoding="utf-8").partition(begin)
    if not found:
        return
    _, _, after = rest.partition(end)
    readme.write_text(f"{before}{begin}\n{text}\n{end}{after}", encoding="utf-8")


if __name__ == "__main__":
    figures = f"Python {sys.version.split()[0]}, {ROUNDS} rounds\n\n{table(measure())}"
    print(figures)
    if "--write" in sys.argv:
        for name in ("README.md", "README.en.md"):
            write_into(ROOT / name, figures)
