"""The chat of lesson 15 under load, beside the same chat on Flask-SocketIO: `python benchmarks/dm_load.py [--write]`.

Each server runs in a process of its own, as its documentation starts it; all clients in another (dm_clients.py). The
number of deliveries a second is the same at every size, so that the sizes can be compared; 2,000 leave a machine with
two cores time to breathe. Both servers take turns, so that a noisy machine disturbs both alike. `--quick` is a small
run that only shows that everything works. `--write` puts the table into the READMEs.
"""

from __future__ import annotations

import importlib.util
import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.check_speed import write_into  # noqa: E402

SIZES = (50, 200, 500)
QUICK_SIZES = (8,)
ROUNDS = 3
SENDERS = 10
MESSAGES = 10
BURST = 2
DELIVERIES_PER_SECOND = 2000.0
COUNTS = ("wanted", "lost", "doubled", "disordered", "refused", "lines_lost")
DELAYS = ("median", "p95")
NEEDED = {"aiohttp": "the asynchronous client of python-socketio", "flask_socketio": "the chat beside it"}

LISTEN = "import socket; s = socket.create_server(('127.0.0.1', 0)); port = s.getsockname()[1]; s.close()"
SERVERS = {
    "lesson 15, `app.run()`": (
        ROOT / "solutions" / "15_dm_project",
        f"{LISTEN}; from app import app; print(port, flush=True); app.run(port=port)",
    ),
    "Flask-SocketIO, `SocketIO(app)`": (
        ROOT,
        f"{LISTEN}; from benchmarks.dm_flask_socketio import app, socketio; print(port, flush=True);"
        " socketio.run(app, port=port, allow_unsafe_werkzeug=True)",
    ),
}


@contextmanager
def served(folder: Path, program: str) -> Iterator[str]:
    """The server, and its address."""
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    try:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.communicate()


def measure(sizes: tuple[int, ...], messages: int = MESSAGES, rounds: int = ROUNDS) -> list[dict[str, Any]]:
    """One row for each size and server, of all rounds together."""
    rows = []
    for people in sizes:
        found: dict[str, list[dict[str, Any]]] = {name: [] for name in SERVERS}
        for round_ in range(rounds):
            for name in list(SERVERS)[:: -1 if round_ % 2 else 1]:
                found[name].append(once(name, people, messages))
                print(f"{people} people, round {round_ + 1}, {name}", file=sys.stderr)
        rows += [{"people": people, "server": name, **together(results)} for name, results in found.items()]
    return rows


def once(name: str, people: int, messages: int) -> dict[str, Any]:
    """One server, started anew, and one talk."""
    folder, program = SERVERS[name]
    order = {
        "people": people,
        "senders": min(SENDERS, people),
        "messages": messages,
        "burst": BURST,
        "per_second": DELIVERIES_PER_SECOND / people,
    }
    with served(folder, program) as url:
        return _clients(url, order)


def together(results: list[dict[str, Any]]) -> dict[str, Any]:
    """Counts are added up; of the delays, the median of the rounds."""
    merged: dict[str, Any] = {name: sum(result[name] for result in results) for name in COUNTS}
    for name in DELAYS:
        known = [result[name] for result in results if result[name] is not None]
        merged[name] = statistics.median(known) if known else None
    return merged


def table(rows: list[dict[str, Any]]) -> str:
    """The figures as a Markdown table; delays in milliseconds."""
    head = ["people", "server", "deliveries", "lost", "doubled", "out of order", "median ms", "95% ms"]
    lines = [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    for row in rows:
        delays = ["-" if row[name] is None else f"{row[name] * 1000:.0f}" for name in DELAYS]
        counts = [f"{row[name]:,}" for name in COUNTS[:4]]
        lines.append(f"| {' | '.join([str(row['people']), row['server'], *counts, *delays])} |")
    return "\n".join(lines)


def faults(rows: list[dict[str, Any]]) -> list[str]:
    """What should not have happened to the lesson's own server."""
    ours = next(iter(SERVERS))
    bad = ("lost", "doubled", "refused", "lines_lost")
    found = [(row["people"], name, row[name]) for row in rows if row["server"] == ours for name in bad if row[name]]
    return [f"{people} people: {name}: {number}" for people, name, number in found]


def missing() -> list[str]:
    """Packages that have to be installed first, and for what."""
    return [f"{name} ({why})" for name, why in NEEDED.items() if importlib.util.find_spec(name) is None]


def _clients(url: str, order: dict[str, Any]) -> dict[str, Any]:
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks.dm_clients"],
        cwd=ROOT,
        input=json.dumps({"url": url, **order}),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def _wait_for(port: int) -> None:
    import requests
    from requests.adapters import HTTPAdapter
    from urllib3.util import Retry

    with requests.Session() as session:
        session.trust_env = False  # no proxy for this computer itself
        session.mount("http://", HTTPAdapter(max_retries=Retry(30, backoff_factor=0.05, backoff_max=0.5)))
        session.get(f"http://127.0.0.1:{port}/", timeout=10)


if __name__ == "__main__":
    if missing():
        raise SystemExit(f"pip install these first: {', '.join(missing())}")
    quick = "--quick" in sys.argv
    rows = measure(QUICK_SIZES, messages=4, rounds=1) if quick else measure(SIZES)
    figures = f"Python {sys.version.split()[0]}, {SENDERS} of the people talk, {ROUNDS} rounds\n\n{table(rows)}"
    print(figures)
    if "--write" in sys.argv and not quick:
        for readme in ("README.md", "README.en.md"):
            write_into(ROOT / readme, figures, "dm_load")
    if faults(rows):
        raise SystemExit("\n".join(faults(rows)))
