"""A notebook somebody has written in is never written over: it is known by its answer cells, and put aside."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

OWN = "my_"
"""Before the name of a learner's own copy. Nothing ever writes over such a file."""


def digest(source: str) -> str:
    """What an answer cell remembers of the text it was handed out with."""
    return hashlib.sha256(source.rstrip().encode("utf-8")).hexdigest()[:12]


def own_name(notebook: Path) -> Path:
    """Where a learner's own copy of a built notebook stands."""
    return notebook.with_name(f"{OWN}{notebook.name}")


def put_aside(notebook: Path) -> Path | None:
    """Rename a notebook that somebody has written or run something in; gives the new path, or None."""
    if not _was_used(notebook):
        return None
    aside, number = own_name(notebook), 2
    while aside.exists():
        aside = own_name(notebook.with_stem(f"{notebook.stem}_{number}"))
        number += 1
    return notebook.rename(aside)


def _was_used(notebook: Path) -> bool:
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    except FileNotFoundError:
        return False
    except (ValueError, KeyError, TypeError):
        return True  # whatever it is, it is not what was built
    return not isinstance(cells, list) or any(_is_changed(cell) for cell in cells)


def _is_changed(cell: Any) -> bool:
    if not isinstance(cell, dict):
        return True
    if cell.get("cell_type") != "code":
        return False
    source = "".join(cell.get("source", ""))
    if cell.get("execution_count") is not None:
        return True
    begun = cell.get("metadata", {}).get("workbook", {}).get("begun")
    return begun != digest(source) if begun or source.startswith("%%answer") else False
