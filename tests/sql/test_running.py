"""Statements that lead out of their database, or never end, are refused."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing

import pytest

from shared.sql import running

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
        opened.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)")
        yield opened


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("ATTACH 'other.sqlite3' AS other", "ATTACH"),
        ("PRAGMA journal_mode = WAL", "PRAGMA journal_mode"),
        ("SELECT load_extension('other')", "load_extension()"),
        (f"{ENDLESS} SELECT max(i) FROM n", running.TOO_SLOW),
    ],
)
def test_what_is_refused_has_a_name(connection: sqlite3.Connection, sql: str, what: str) -> None:
    assert running.run(connection, sql, seconds=0.1).refused == what


def test_the_shape_of_a_table_may_be_looked_at(connection: sqlite3.Connection) -> None:
    result = running.run(connection, "SELECT name, type, pk FROM pragma_table_info('t')")
    assert result.rows == (("id", "INTEGER", 1), ("name", "TEXT", 0))


def test_rows_without_end_are_cut(connection: sqlite3.Connection) -> None:
    result = running.run(connection, f"{ENDLESS} SELECT i FROM n")
    assert result.cut and len(result.rows) == running.MAX_ROWS


@pytest.mark.skipif(sys.version_info < (3, 11), reason="setlimit came with 3.11")
def test_a_huge_value_is_an_error(connection: sqlite3.Connection) -> None:
    assert running.run(connection, "SELECT zeroblob(900000000)").error == "string or blob too big"


@pytest.mark.parametrize(
    "sql", ["SELECT 1; SELECT 2", "SELECT ?", "SELECT :other", "SELCT", "SELECT 'x", "SELECT '\0'"]
)
def test_errors_are_told_and_not_raised(connection: sqlite3.Connection, sql: str) -> None:
    result = running.run(connection, sql, {"id": 1})
    assert result.error and result.error_type
