"""A class in which every second submission does harm, graded in a process space of its own. Run by test_hostile_class.

Prints JSON: the marks of each student, what verdicts say, what is left when grading has ended.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from shared.grading.comparison import Difference
from shared.grading.gradebook import Gradebook
from shared.grading.pieces import Doubt, Piece
from shared.grading.session import Order, grade
from shared.lessons import ROOT, all_lessons
from shared.worker.limits import MIB
from tests.grading.running import left_here
from tests.hostile.judged import ANSWERS, RIGHT, ROOMY

LIMITS = replace(ROOMY, files=8 * MIB, step_seconds=2.5, submission_seconds=6.0)

REACHES = """
import os
import socket
from pathlib import Path

from right import app

reached = []
here = Path(__file__).parent
for line in (here / "where.txt").read_text(encoding="utf-8").splitlines():
    place = Path(line)
    for what in (place, place.parent):
        try:
            reached += [str(what)] if what.exists() and os.listdir(what if what.is_dir() else what.parent) else []
        except OSError:
            pass
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(b"4/4")
        reached.append(f"wrote {place}")
    except OSError:
        pass
    try:
        (here / f"link-{abs(hash(line))}").symlink_to(place)
        reached += [line] if (here / f"link-{abs(hash(line))}").read_bytes() else []
    except OSError:
        pass
print("reached:", reached)
"""

SLEEPS = "import time\n\nfrom right import app\n\ntime.sleep(3600)\n"
SLEEPS_LATER = """
import time

from right import app


@app.before_request
def wait():
    time.sleep(3600)
"""
LEAVES_SOCKETS = """
import socket

from right import app

kept = [socket.create_server(("127.0.0.1", 0)) for _ in range(100)]
kept += [socket.create_connection(one.getsockname()) for one in kept[:50]]
"""
OWN = {"reaches": REACHES, "sleeps": SLEEPS, "sleeps_later": SLEEPS_LATER, "leaves_sockets": LEAVES_SOCKETS}
FIRST_ID = 20_001


class Told:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.troubles: list[str] = []
        self.name: str | None = None

    def found(self, pieces: int, doubts: Sequence[Doubt]) -> None:
        self.doubts = [doubt.path for doubt in doubts]

    def walls(self, name: str | None) -> None:
        self.name = name

    def done(self, piece: Piece, *, judged: bool) -> None:
        pass

    def trouble(self, piece: Piece, reason: str) -> None:
        self.troubles.append(f"{piece.path}: {reason}")

    def differs(self, piece: Piece, difference: Difference) -> None:
        pass


def names() -> list[str]:
    """All harmful answers, in the order of the class."""
    return [*sorted(folder.name for folder in ANSWERS.iterdir()), *OWN]


def write(folder: Path, out: Path) -> None:
    """A harmful answer, a right one, and so on: the harmful ones have the even numbers."""
    where = [
        out / "gradebook.sqlite3",
        folder / str(FIRST_ID) / "04_routing" / "app.py",
        ROOT / "checks" / "04_routing.py",
    ]
    for number, name in enumerate(names()):
        place = folder / str(FIRST_ID + 2 * number + 1) / "04_routing"
        place.mkdir(parents=True)
        code = OWN[name].encode("utf-8") if name in OWN else (ANSWERS / name / "app.py").read_bytes()
        (place / "app.py").write_bytes(code)
        (place / "right.py").write_bytes(RIGHT)
        (place / "port.txt").write_text("9", encoding="utf-8")
        (place / "seed.txt").write_text("1", encoding="utf-8")
        (place / "where.txt").write_text("\n".join(map(str, where)), encoding="utf-8")
    for number in range(len(names()) + 1):
        place = folder / str(FIRST_ID + 2 * number) / "04_routing"
        place.mkdir(parents=True)
        (place / "app.py").write_bytes(RIGHT)


def main() -> None:
    """Grade and tell."""
    scratch = Path(sys.argv[1])
    folder, out = scratch / "class", scratch / "out"
    write(folder, out)
    told = Told()
    began = time.monotonic()
    summary, _ = grade(Order(folder, out, ROOT, all_lessons(), jobs=2, limits=LIMITS), told)
    took = time.monotonic() - began
    with Gradebook(out) as book:
        rows = list(book.rows())
    verdicts = {row.student_id: row.verdict for row in rows}
    made = {
        "passed": {who: [s.task for s in v.steps if s.status == "pass"] if v else None for who, v in verdicts.items()},
        "unjudged": {who: v is None or v.outcome == "unjudged" for who, v in verdicts.items()},
        "output": {who: v.output if v else "" for who, v in verdicts.items()},
        "troubles": told.troubles,
        "judged": summary.judged,
        "walls": told.name,
        "seconds": took,
        "left": left_here(),
    }
    print(json.dumps(made, ensure_ascii=False))


if __name__ == "__main__":
    main()
