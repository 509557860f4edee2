"""Text in double quotes is found, and quoted names are left alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from shared.sql.running import run
from shared.sql.strings import in_double_quotes, text_in_double_quotes, with_names_only

TABLE = "CREATE TABLE student_list (id INTEGER PRIMARY KEY, name TEXT, birth_date TEXT)"


@pytest.fixture
def table() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(TABLE)
        yield connection


def found(connection: sqlite3.Connection, sql: str) -> str | None:
    return text_in_double_quotes(sql, lambda statement: run(connection, "EXPLAIN " + statement).error)


@pytest.mark.parametrize(
    ("sql", "text"),
    [
        ('SELECT * FROM student_list WHERE name LIKE "김%"', "김%"),
        ('SELECT * FROM student_list WHERE "김하늘" = name', "김하늘"),
        ("""SELECT * FROM student_list WHERE name LIKE '!%' ESCAPE "!" """, "!"),
        ('SELECT ifnull(birth_date, "") FROM student_list', ""),
        ('SELECT "nmae" FROM student_list', "nmae"),
        ('INSERT INTO student_list (id, name) VALUES (1, "it\'s")', "it's"),
        ('UPDATE student_list SET name = "say ""hi""" WHERE id = 1', 'say "hi"'),
        ("DELETE FROM student_list WHERE name IN ('a', \"b`c\")", "b`c"),
        ('CREATE TABLE t (name TEXT DEFAULT "이름 없음")', "이름 없음"),
        ('CREATE TABLE t (name TEXT default /* so */ "x")', "x"),
        ('CREATE TABLE t (name TEXT DEFAULT ("x"))', "x"),
        ('CREATE TABLE t (name TEXT CHECK (name <> "x"))', "x"),
        ('SELECT "id" FROM student_list -- "name"\nWHERE name = "다"', "다"),
        ('WITH "one" AS (SELECT 1) SELECT "two" FROM "one"', "two"),
    ],
)
def test_text_is_found(table: sqlite3.Connection, sql: str, text: str) -> None:
    assert found(table, sql) == text


@pytest.mark.parametrize(
    "sql",
    [
        'SELECT "id", "NAME" FROM "student_list"',
        'SELECT "main"."student_list"."id", "rowid" FROM "student_list"',
        'SELECT s."id" "번호", name AS "이름 (name)" FROM student_list "s" ORDER BY "번호"',
        'WITH "t" ("a") AS (SELECT id FROM student_list) SELECT "a" FROM "t" WHERE "a" > 1',
        'CREATE TABLE "t" ("a" INTEGER DEFAULT 1, "b c" TEXT DEFAULT \'x\', PRIMARY KEY ("a"))',
        'INSERT INTO "student_list" ("id") VALUES (1)',
        'UPDATE "student_list" SET "name" = \'"quoted"\' WHERE "id" = 1',
        """SELECT 'a"b', 'it''s "c"' FROM student_list""",
        'SELECT id FROM student_list -- "x"\n/* "y" */',
        "SELECT `name`, [name] FROM student_list",
        "SELECT name FROM student_list",
    ],
)
def test_names_and_comments_and_single_quotes_are_no_text(table: sqlite3.Connection, sql: str) -> None:
    assert run(table, "EXPLAIN " + sql).error is None
    assert found(table, sql) is None


@pytest.mark.parametrize(
    "sql",
    [
        'SELECT "id FROM student_list',
        "SELECT 'a\" FROM student_list",
        'SELECT student_list."nmae" FROM student_list',
        'UPDATE student_list SET "nmae" = 1',
        'INSERT INTO student_list ("nmae") VALUES (1)',
        'SELECT "id" FROM students',
        'SELECT "id" FROM student_list; SELECT "x"',
    ],
)
def test_where_sqlite_refuses_the_statement_anyway_its_error_speaks(table: sqlite3.Connection, sql: str) -> None:
    assert run(table, "EXPLAIN " + sql).error is not None
    assert found(table, sql) is None


def test_an_sqlite_that_refuses_such_text_is_believed() -> None:
    hint = 'no such column: "hong" - should this be a string literal in single-quotes?'
    errors = {'SELECT "hong"': hint, "SELECT `hong`": "no such column: hong"}
    assert text_in_double_quotes('SELECT "hong"', errors.__getitem__) == "hong"


def test_places_are_those_in_the_statement() -> None:
    sql = 'SELECT \'"\', "한 글" FROM t'
    (quoted,) = in_double_quotes(sql)
    assert sql[quoted.start : quoted.end] == '"한 글"'
    assert with_names_only(sql) == "SELECT '\"', `한 글` FROM t"
