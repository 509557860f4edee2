"""Run SQL for the check where the submission's files are: runs inside the worker, and loads no code of the learner.

A database file that somebody's program has written is opened here and nowhere else.
"""

from __future__ import annotations

import ast
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

from shared.sql import running
from shared.worker import kernel
from shared.worker.channel import Channel, ChannelClosed

BUSY_SECONDS = 3.0


def answer(folder: str, channel: Channel, report: Callable[[dict[str, Any]], None]) -> int:
    """Answer until the check has closed the channel."""
    # Beside us the submission may be running: it must not reach into the process whose word is taken.
    kernel.hide_from_ptrace(True)
    while True:
        try:
            question, _ = channel.receive()
        except ChannelClosed:
            return 0
        made: dict[str, Any] = {"event": "answer", "id": question.get("id")}
        try:
            report({**made, **_answer(folder, question)})
        except (sqlite3.Error, OSError) as error:
            report({**made, "broken": f"{type(error).__name__}: {error}"})


def _answer(folder: str, question: dict[str, Any]) -> dict[str, Any]:
    with closing(_open(folder, question.get("database"))) as connection:
        if question.get("setup"):
            connection.executescript(question["setup"])
        parameters = ast.literal_eval(question.get("parameters") or "()")
        first = running.run(connection, question["sql"], parameters, seconds=question.get("seconds", 2.0))
        later = [running.run(connection, sql) for sql in question.get("then", ())]
        return {"results": [_plain(result) for result in (first, *later)]}


def _open(folder: str, database: str | None) -> sqlite3.Connection:
    if database is None:
        return sqlite3.connect(":memory:", isolation_level=None)
    path = os.path.join(folder, database)
    if not os.path.isfile(path) or os.path.islink(path):
        raise FileNotFoundError(database)
    return sqlite3.connect(path, isolation_level=None, timeout=BUSY_SECONDS)


def _plain(result: running.Result) -> dict[str, Any]:
    return {
        "columns": list(result.columns),
        "rows": repr([tuple(row) for row in result.rows]),
        "changed": result.changed,
        "cut": result.cut,
        "sql_error": result.error,
        "error_type": result.error_type,
        "refused": result.refused,
    }
