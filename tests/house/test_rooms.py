"""The one-way flow: a room of `shared` imports only rooms above it, and nothing in there knows a lesson by name."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"

# From the ground up. The rooms of one line may not import each other.
LEVELS: list[set[str]] = [
    {"verdict"},
    {"messages"},
    {"console", "server", "lessons", "bootstrap", "sql"},
    {"submission", "worker"},
    {"probes"},
    {"report", "progress"},
    {"checking"},
    {"doctor", "scaffolding", "verifying"},
    {"notebooks", "grading", "proving", "watching"},
    {"page"},
    {"cli"},
]
ABOVE = {room: set().union(*LEVELS[:level]) for level, rooms in enumerate(LEVELS) for room in rooms}
FILES = sorted(SHARED.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(SHARED).parts[0].removesuffix(".py")


def rooms_imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("shared"):
            parts = node.module.split(".")
            found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("shared.")}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SHARED).as_posix())
def test_room_imports_only_rooms_above_it(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    assert room in ABOVE, f"{room} has no place in LEVELS yet"
    assert rooms_imported(path) <= ABOVE[room] | {room}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SHARED).as_posix())
def test_engine_knows_no_lesson_by_name(path: Path) -> None:
    code = re.sub(r'"""[\s\S]*?"""|#.*', "", path.read_text(encoding="utf-8"))
    assert not re.search(r"\b(0[1-9]|1[0-5])_[a-z]{3,}", code)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SHARED).as_posix())
def test_file_has_one_subject(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_what_runs_inside_the_walls_imports_little() -> None:
    inside = (
        "child host fresh loading observing program tracebacks calling ending channel querying connections"
        " forbidden kernel proc marked supervising removing reports"
    )
    for name in inside.split():
        assert rooms_imported(SHARED / "worker" / f"{name}.py") <= {"worker", "server", "sql"}, name
