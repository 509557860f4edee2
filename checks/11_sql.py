"""11 SQL"""

from __future__ import annotations

import difflib
import re

import home  # noqa: F401
from shared.checking import Check
from shared.messages.errors import explain
from shared.probes import Mismatch
from shared.probes.database import refusal
from shared.report.tables import compare
from shared.sql import blocks
from shared.sql.strings import text_in_double_quotes
from shared.verdict import PythonError, Where

check = Check(__file__, app=None)

FILE = "queries.sql"
COLUMNS = ("id", "name", "phone_number", "birth_date")
DEFAULT = "이름 없음"
SECONDS = 2.0
ALL_ROWS = "SELECT id, name, phone_number, birth_date FROM student_list ORDER BY id"
SCHEMA = (
    "CREATE TABLE student_list (id INTEGER PRIMARY KEY, name TEXT DEFAULT '이름 없음', phone_number TEXT, "
    "birth_date TEXT);"
)
UNORDERED = "PRAGMA reverse_unordered_selects = ON;"
"""Without ORDER BY the order is free: here it is another one than usual, so that nobody is right by luck."""


@check.task(1, reread="표 만들기")
def creates_the_table(sql, source, fresh):
    """`create_table`은 표 `student_list`를 만듭니다. `id`는 기본 키이고, `name`에는 기본값이 있습니다."""
    query = Query(sql, source, "create_table", setup="")
    _, shape = query.run(then=("SELECT name, type, pk FROM pragma_table_info('student_list')",))
    found = {name.lower(): (kind, key) for name, kind, key in shape.rows}
    if not found:
        raise query.wrong(expected="표 student_list", got="그런 이름의 표가 없음")
    for column in COLUMNS:
        if column not in found:
            raise query.wrong(expected=f"열 {', '.join(COLUMNS)}", got=f"열 {', '.join(found)}")
    key = [column for column, (_, place) in found.items() if place]
    if found["id"][0].upper() != "INTEGER" or key != ["id"]:
        got = f"id의 타입: {found['id'][0] or '(없음)'}, 기본 키: {', '.join(key) or '(없음)'}"
        raise query.wrong(expected="id의 타입: INTEGER, 기본 키: id", got=got)
    for column in COLUMNS[1:]:
        kind = found[column][0]
        if not is_text(kind):
            raise query.wrong(expected=f"{column}의 타입: TEXT", got=f"{column}의 타입: {kind or '(없음)'}")
    known = dict(zip(COLUMNS, student(fresh), strict=True))
    values = ", ".join(literal(known.get(column, "")) for column in found if column != "name")
    names = ", ".join(f"`{column}`" for column in found if column != "name")
    insert = f"INSERT INTO student_list ({names}) VALUES ({values})"
    _, inserted, names = query.run(then=(insert, "SELECT name FROM student_list"))
    got = f"{inserted.error_type}: {inserted.error}" if inserted.error else names.rows[0][0]
    if got != DEFAULT:
        raise query.wrong(expected=DEFAULT, got="NULL" if got is None else str(got), did=f"{insert} 다음의 name")


@check.task(2, reread="행 넣기")
def inserts_one(sql, source, fresh):
    """`insert_one`은 받은 네 값으로 학생 한 명을 넣습니다. 열 이름을 적습니다."""
    before, new = students(fresh), student(fresh, id=99_001)
    parameters = dict(zip(COLUMNS, new, strict=True))
    query = Query(sql, source, "insert_one", before)
    query.leaves([*before, new], parameters)
    another = Query(sql, source, "insert_one", before, "ALTER TABLE student_list ADD COLUMN memo TEXT;")
    another.leaves([*before, new], parameters, note="열 memo가 하나 더 있는 표")


@check.task(3, reread="행 넣기")
def inserts_a_part(sql, source, fresh):
    """`insert_partial`은 번호와 전화번호만 넣습니다. 이름은 기본값, 생일은 NULL이 됩니다."""
    before, new = students(fresh), student(fresh, id=99_002)
    query = Query(sql, source, "insert_partial", before)
    query.leaves([*before, (new[0], DEFAULT, new[2], None)], {"id": new[0], "phone_number": new[2]})


@check.task(4, reread="행 꺼내기")
def lists_ids(sql, source, fresh):
    """`all_ids`는 모든 학생의 `id`만 꺼냅니다."""
    table = students(fresh)
    Query(sql, source, "all_ids", table).shows([row[:1] for row in table], columns=("id",))


@check.task(5, reread="조건에 맞는 행만 꺼내기")
def finds_by_id(sql, source, fresh):
    """`by_id`는 그 번호의 학생만 꺼내고, 없는 번호에는 아무도 꺼내지 않습니다."""
    table = students(fresh)
    query = Query(sql, source, "by_id", table)
    for row in fresh.sample(table, 2):
        query.shows([row], {"id": row[0]})
    query.shows([], {"id": 99_003})


@check.task(6, reread="범위로 찾기")
def finds_a_range(sql, source, fresh):
    """`class_range`는 `:low`부터 `:high`까지의 학생을 꺼냅니다. 두 번호도 들어갑니다."""
    low = 10_000 * fresh.integer(1, 3) + 100 * fresh.integer(2, 8)
    high = low + fresh.integer(20, 90)
    ids = [low - 100, low - 1, low, low + 1, *fresh.sample(range(low + 2, high - 1), 3), high, high + 1, high + 100]
    table = students(fresh, ids=ids)
    query = Query(sql, source, "class_range", table)
    query.shows([row for row in table if low <= row[0] <= high], {"low": low, "high": high})
    query.shows([row for row in table if row[0] == high], {"low": high, "high": high})


@check.task(7, reread="순서 정하기")
def sorts_by_date(sql, source, fresh):
    """`oldest_first`는 생일이 빠른 학생부터 꺼내고, 생일이 없는 학생은 끝에 둡니다."""
    table = students(fresh)
    query = Query(sql, source, "oldest_first", table)
    query.shows(table, order=lambda row: (row[3] is None, row[3] or ""))


@check.task(8, reread="몇 행만 꺼내기")
def shows_rows_3_to_8(sql, source, fresh):
    """`rows_3_to_8`은 `id` 순서로 세 번째부터 여덟 번째까지 여섯 행을 꺼냅니다."""
    table = students(fresh)
    query = Query(sql, source, "rows_3_to_8", table)
    query.shows(by_id(table)[2:8], order=lambda row: row[0])


@check.task(9, reread="글의 앞부분으로 찾기")
def finds_by_prefix(sql, source, fresh):
    """`name_starts_with`는 `:prefix`로 시작하는 이름을 찾습니다. `%`와 `_`는 글자 그대로입니다."""
    name, number = fresh.name(), fresh.integer(10, 99)
    cases = {
        name: [f"{name}별", name, f"별{name}", f"별{name}별"],
        f"{number}%": [f"{number}%{name}", f"{number}점{name}", f"{number}점%{name}", f"{number}"],
        f"{name}_": [f"{name}_달", f"{name}해달", f"달{name}_"],
    }
    for prefix, names in cases.items():
        table = students(fresh, names=names)
        query = Query(sql, source, "name_starts_with", table)
        query.shows([row for row in table if row[1].startswith(prefix)], {"prefix": prefix})


@check.task(10, reread="NULL 찾기")
def finds_missing_dates(sql, source, fresh):
    """`no_birth_date`는 생일이 없는(NULL) 학생만 꺼냅니다."""
    table = students(fresh)
    Query(sql, source, "no_birth_date", table).shows([row for row in table if row[3] is None])


@check.task(11, reread="바꾸기와 지우기")
def changes_a_phone(sql, source, fresh):
    """`change_phone`은 그 번호의 학생만 전화번호를 바꿉니다."""
    table = students(fresh)
    query = Query(sql, source, "change_phone", table)
    id, number = fresh.choice(table)[0], phone(fresh)
    after = [(*row[:2], number, row[3]) if row[0] == id else row for row in table]
    query.leaves(after, {"id": id, "phone_number": number})
    query.leaves(table, {"id": 99_004, "phone_number": number})


@check.task(12, reread="바꾸기와 지우기")
def removes_one(sql, source, fresh):
    """`remove`는 그 번호의 학생만 지웁니다."""
    table = students(fresh)
    query = Query(sql, source, "remove", table)
    id = fresh.choice(table)[0]
    query.leaves([row for row in table if row[0] != id], {"id": id})
    query.leaves(table, {"id": 99_005})


@check.task(13, reread="표 지우기")
def drops_the_table(sql, source, fresh):
    """`drop_table`은 표 `student_list`를 지웁니다."""
    query = Query(sql, source, "drop_table", students(fresh))
    _, tables = query.run(then=("SELECT name FROM sqlite_master WHERE name = 'student_list'",))
    if tables.rows:
        raise query.wrong(expected="표 student_list가 없음", got="표 student_list가 남아 있음")


# What the tasks are made of


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


NO_BLOCK = "queries.sql에 `-- name: {name}` 줄이 없습니다. 이 줄 아래에 쿼리를 적어야 합니다."
NEAR = " 비슷한 이름의 줄이 있습니다: `-- name: {near}`"
EMPTY_BLOCK = "`-- name: {name}` 아래에 쿼리가 없습니다. 주석은 쿼리가 아닙니다."
REFUSED_BY_SQLITE = "SQLite가 이 쿼리를 실행하지 못했습니다. 아래의 오류를 보세요."


def students(fresh, ids=None, names=None):
    """A random table in which the traps are: several without a date, and some with one date."""
    count = len(ids or names or ()) or fresh.integer(13, 15)
    ids = ids or [10_000 * grade + fresh.integer(100, 999) for grade in fresh.sample(range(1, 9), min(count, 8))]
    while len(ids) < count:
        ids = list(dict.fromkeys([*ids, fresh.integer(10_000, 98_999)]))
    fresh.rng.shuffle(ids)
    rows = [student(fresh, id=id) for id in ids]
    if names is None:
        names = [row[1] for row in rows]
    dates = [row[3] for row in rows]
    dates[0] = dates[1] = None
    dates[3] = dates[2]
    fresh.rng.shuffle(dates)
    return [(row[0], name, row[2], date) for row, name, date in zip(rows, names, dates, strict=True)]


def student(fresh, id=None):
    """One row of the table."""
    date = f"{fresh.integer(2007, 2012)}-{fresh.integer(1, 12):02}-{fresh.integer(1, 28):02}"
    return (fresh.integer(10_000, 98_999) if id is None else id, fresh.name(), phone(fresh), date)


def phone(fresh):
    """A number that cannot be dialled."""
    return f"010-0000-{fresh.integer(0, 9999):04}"


def by_id(rows):
    """Rows in the order of their ids."""
    return sorted(rows, key=lambda row: row[0])


def counted(rows):
    """Rows without their order; 1 and 1.0 differ."""
    return sorted(map(repr, rows))


def literal(value):
    """A value as it is written in SQL."""
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"


def inserts(rows):
    """Statements that put these rows into the table."""
    names = ", ".join(COLUMNS)
    return "".join(f"INSERT INTO student_list ({names}) VALUES ({', '.join(map(literal, row))});" for row in rows)


def is_text(declared):
    """Whether SQLite gives a column of this declared type text affinity (sqlite.org/datatype3.html, 3.1)."""
    return re.search("INT", declared.upper()) is None and re.search("CHAR|CLOB|TEXT", declared.upper()) is not None


# Known mistakes. Of several that match, the first is told.

CHANGES = (inserts_one, inserts_a_part, changes_a_phone, removes_one)
QUERIES = (
    lists_ids,
    finds_by_id,
    finds_a_range,
    sorts_by_date,
    shows_rows_3_to_8,
    finds_by_prefix,
    finds_missing_dates,
)
EVERY_TASK = (creates_the_table, *CHANGES, *QUERIES, drops_the_table)

if __name__ == "__main__":
    check.main()
