"""What the first workbooks kept in JSON files, `.workbook/verdicts/*.json` and `hints.json`, taken over once."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite3 import Connection

_VERDICTS = "verdicts"
_HINTS = "hints.json"
_TAKEN = ".taken-over"


def is_due(folder: Path) -> bool:
    """Whether anything of the kind lies there."""
    return (folder / _VERDICTS).is_dir() or (folder / _HINTS).is_file()


def take(connection: Connection, folder: Path) -> None:
    """Store what can be read of it. The rest counts as nothing remembered, as it always did."""
    for path in sorted((folder / _VERDICTS).glob("*.json")):
        data = _object(path)
        if isinstance(data.get("verdict"), dict):
            digest = data.get("digest")
            row = (path.stem, path.stat().st_mtime, digest if isinstance(digest, str) else None)
            connection.execute("INSERT INTO verdict VALUES (?, ?, ?, ?)", (*row, json.dumps(data["verdict"])))
    for lesson, tasks in _object(folder / _HINTS).items():
        for task, shown in tasks.items() if isinstance(tasks, dict) else ():
            if task.isdecimal() and isinstance(shown, int):
                connection.execute("INSERT OR REPLACE INTO rung VALUES (?, ?, ?)", (lesson, int(task), shown))


def put_away(folder: Path) -> None:
    """Rename what was taken over, so that it is not taken over again."""
    for name in (_VERDICTS, _HINTS):
        with contextlib.suppress(OSError):
            (folder / name).rename(folder / f"{name}{_TAKEN}")


def _object(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
