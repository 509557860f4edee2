"""Lesson 11: one query of queries.sql: running it on a fresh table, and telling what it did wrong."""

from __future__ import annotations

import difflib
import re

from probing.student_table import COLUMNS, by_id, counted, inserts, literal
from shared.messages.errors import explain
from shared.probes import Mismatch
from shared.probes.database import refusal
from shared.report.tables import compare
from shared.sql import blocks
from shared.sql.strings import text_in_double_quotes
from shared.verdict import PythonError, Where

FILE = "queries.sql"
SECONDS = 2.0
ALL_ROWS = "SELECT id, name, phone_number, birth_date FROM student_list ORDER BY id"
SCHEMA = (
    "CREATE TABLE student_list (id INTEGER PRIMARY KEY, name TEXT DEFAULT '이름 없음', phone_number TEXT, "
    "birth_date TEXT);"
)
UNORDERED = "PRAGMA reverse_unordered_selects = ON;"
"""Without ORDER BY the order is free: here it is another one than usual, so that nobody is right by luck."""

NO_BLOCK = "queries.sql에 `-- name: {name}` 줄이 없습니다. 이 줄 아래에 쿼리를 적어야 합니다."
NEAR = " 비슷한 이름의 줄이 있습니다: `-- name: {near}`"
EMPTY_BLOCK = "`-- name: {name}` 아래에 쿼리가 없습니다. 주석은 쿼리가 아닙니다."
REFUSED_BY_SQLITE = "SQLite가 이 쿼리를 실행하지 못했습니다. 아래의 오류를 보세요."


class Wrong(Mismatch):
    """What a query did wrong, with what a known mistake may be told by."""

    block: blocks.Block
    columns: tuple[str, ...] = ()
    wanted_columns: tuple[str, ...] = ()
    rows: tuple[tuple, ...] = ()
    wanted: tuple[tuple, ...] = ()
    table: tuple[tuple, ...] = ()
    parameters: tuple[str, ...] = ()
    text_quoted: str | None = None
    key: list[str] | None = None
    declared: str | None = None

    def has(self, pattern):
        """Whether the query matches a regular expression, comments left out."""
        return re.search(pattern, blocks.without_comments(self.block.sql), re.IGNORECASE) is not None

    def texts(self):
        """What stands between single quotes in the query."""
        return re.findall(r"'((?:[^']|'')*)'", blocks.without_comments(self.block.sql))


class Query:
    """One block of queries.sql, and the table that it is run on: fresh every time.

    Raises:
        Mismatch: there is no such block, nothing stands in it, or a text stands in double quotes.
    """

    def __init__(self, sql, source, name, table=(), more="", setup=SCHEMA + UNORDERED):
        text = source.text(FILE)
        found = blocks.read(text)
        if name not in found:
            near = difflib.get_close_matches(name, found, n=1, cutoff=0.7)
            raise Mismatch(NO_BLOCK.format(name=name) + (NEAR.format(near=near[0]) if near else ""), where=Where(FILE))
        self.block = found[name]
        self.where = Where(FILE, self.block.line)
        if self.block.is_empty:
            raise Mismatch(EMPTY_BLOCK.format(name=name), where=self.where)
        self.sql = sql
        self.table = list(table)
        self.setup = setup + more + inserts(self.table)
        self.parameters = {}
        quoted = text_in_double_quotes(self.block.sql, self.error_of)
        if quoted is not None:
            raise self.wrong(expected=f"작은따옴표로 감싼 글: '{quoted}'", got=f'"{quoted}"', text_quoted=quoted)

    def error_of(self, statement):
        """Why SQLite could not run a statement on this table, without running it."""
        names = re.findall(r":(\w+)", statement)
        return self.sql.run("EXPLAIN " + statement, dict.fromkeys(names), setup=self.setup, seconds=SECONDS)[0].error

    def run(self, parameters=None, then=(), note=""):
        """Run it once; gives the results of the query and of `then`."""
        self.parameters = parameters or {}
        values = ", ".join(f":{name} = {literal(value)}" for name, value in self.parameters.items())
        self.did = " ".join((f"{self.block.name} 실행", *(f"({text})" for text in (values, note) if text)))
        results = self.sql.run(self.block.sql, self.parameters, setup=self.setup, then=then, seconds=SECONDS)
        result = results[0]
        refused = refusal(result, SECONDS)
        if refused is not None:
            raise Mismatch(refused, did=self.did, where=self.where)
        if result.error is not None:
            error = PythonError(result.error_type, result.error)
            raise self.wrong(None if explain(error) else REFUSED_BY_SQLITE, error=error)
        return results

    def shows(self, wanted, parameters=None, columns=COLUMNS, order=None):
        """Its result is just these rows; with `order` sorted by that key, ties free."""
        result = self.run(parameters)[0]
        rows = [tuple(row) for row in result.rows]
        is_complete = not result.cut and counted(rows) == counted(wanted) and len(result.columns) == len(columns)
        if order is not None:
            # Rows that tie stand in the table of what was expected as they came.
            wanted = sorted(rows if is_complete else wanted, key=order)
        if not is_complete or (order is not None and rows != wanted):
            expected, got = compare(wanted, rows, (columns, result.columns), ordered=order is not None)
            raise self.wrong(
                expected=expected, got=got, columns=result.columns, wanted_columns=columns, rows=rows, wanted=wanted
            )

    def leaves(self, wanted, parameters, note=""):
        """After it the table holds just these rows."""
        after = self.run(parameters, then=(ALL_ROWS,), note=note)[1]
        if after.error is not None:
            raise self.wrong(expected="표 student_list", got=f"{after.error_type}: {after.error}")
        rows, wanted = [tuple(row) for row in after.rows], by_id(wanted)
        if rows != wanted:
            expected, got = compare(wanted, rows, (COLUMNS, COLUMNS))
            raise self.wrong(expected=expected, got=got, rows=rows, wanted=wanted)

    def wrong(self, message=None, *, expected=None, got=None, did=None, error=None, **facts):
        """The failure, with its place and what was done."""
        did = did or getattr(self, "did", None)
        failure = Wrong(message, expected=expected, got=got, did=did, error=error, where=self.where)
        failure.block, failure.table, failure.parameters = self.block, tuple(self.table), tuple(self.parameters)
        for name, value in facts.items():
            setattr(failure, name, value)
        return failure
