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
    shape = query.run(then=("SELECT name, type, pk FROM pragma_table_info('student_list')",))[1]
    found = {name.lower(): (kind, key) for name, kind, key in shape.rows}
    if not found:
        raise query.wrong(expected="표 student_list", got="그런 이름의 표가 없음")
    for column in COLUMNS:
        if column not in found:
            raise query.wrong(expected=f"열 {', '.join(COLUMNS)}", got=f"열 {', '.join(found)}")
    key = [column for column, (_, place) in found.items() if place]
    if found["id"][0].upper() != "INTEGER" or key != ["id"]:
        got = f"id의 타입: {found['id'][0] or '(없음)'}, 기본 키: {', '.join(key) or '(없음)'}"
        raise query.wrong(expected="id의 타입: INTEGER, 기본 키: id", got=got, key=key)
    for column in COLUMNS[1:]:
        kind = found[column][0]
        if not is_text(kind):
            got = f"{column}의 타입: {kind or '(없음)'}"
            raise query.wrong(expected=f"{column}의 타입: TEXT", got=got, declared=kind)
    known = dict(zip(COLUMNS, student(fresh), strict=True))
    values = ", ".join(literal(known.get(column, "")) for column in found if column != "name")
    names = ", ".join(f"`{column}`" for column in found if column != "name")
    insert = f"INSERT INTO student_list ({names}) VALUES ({values})"
    _, inserted, found = query.run(then=(insert, "SELECT name FROM student_list"))
    got = f"{inserted.error_type}: {inserted.error}" if inserted.error else found.rows[0][0]
    if got != DEFAULT:
        did = f"name 없이 한 행 넣기: {insert}"
        raise query.wrong(expected=DEFAULT, got="NULL" if got is None else str(got), did=did)


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


NO_BLOCK = "queries.sql에 `-- name: {name}` 줄이 없습니다. 이 줄 아래에 쿼리를 적어야 합니다."
NEAR = " 비슷한 이름의 줄이 있습니다: `-- name: {near}`"
EMPTY_BLOCK = "`-- name: {name}` 아래에 쿼리가 없습니다. 주석은 쿼리가 아닙니다."
REFUSED_BY_SQLITE = "SQLite가 이 쿼리를 실행하지 못했습니다. 아래의 오류를 보세요."


def students(fresh, ids=None, names=None):
    """A random table in which the traps are: several without a date, and some with one date."""
    count = len(ids or ()) or fresh.integer(13, 15)
    ids = ids or [10_000 * grade + fresh.integer(100, 999) for grade in fresh.sample(range(1, 9), min(count, 8))]
    while len(ids) < count:
        ids = list(dict.fromkeys([*ids, fresh.integer(10_000, 98_999)]))
    fresh.rng.shuffle(ids)
    rows = [student(fresh, id=id) for id in ids]
    names = [*(names or ()), *(row[1] for row in rows)][:count]
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


def mistake_of(tasks, id, message):
    """Like `mistake`, for several tasks at once. Only what a query did wrong is looked at."""

    def add(recognise):
        def about_a_query(failure, source):
            return isinstance(failure, Wrong) and recognise(failure, source)

        for task in tasks:
            task.mistake(id, message)(about_a_query)
        return recognise

    return add


@mistake_of(
    EVERY_TASK,
    "Q7",
    "글을 큰따옴표로 감쌌습니다. SQL에서 큰따옴표는 표와 열의 이름에 씁니다. 그런 이름의 열이 없을 때 SQLite가 글로 "
    "읽어 주기도 하지만, 열 이름의 오타도 글이 되어 버립니다. 글은 작은따옴표로 감싸 주세요.",
)
def text_in_quotes_for_names(failure, source):
    return failure.text_quoted is not None


@mistake_of(
    EVERY_TASK,
    "Q16",
    "한 이름 아래에 문장이 둘 있습니다. 한 번에 한 문장만 실행합니다. 앞 문장이나 뒤 문장을 지워 주세요. 표와 학생은 "
    "과제마다 새로 준비되어 있습니다.",
)
def two_statements(failure, source):
    return failure.error is not None and "one statement at a time" in failure.error.text


@mistake_of(
    EVERY_TASK,
    "name-twice",
    "이름이 같은 `-- name:` 줄이 두 번 있습니다. 뒤의 것만 실행합니다. 하나를 지워 주세요.",
)
def block_stands_twice(failure, source):
    return failure.block.name in blocks.names_twice(source.text(FILE))


@mistake_of(
    EVERY_TASK,
    "question-mark",
    "`?`에는 이름이 없어서 어느 값인지 알 수 없습니다. 이 파일에서는 `:id`처럼 콜론과 이름으로 적어 주세요.",
)
def nameless_parameter(failure, source):
    return failure.error is not None and "you supplied a dictionary" in failure.error.text


@mistake_of(
    EVERY_TASK,
    "parameter-name",
    "이 과제에 없는 파라미터가 있습니다. 아래의 오류에 그 이름이 나옵니다. 파라미터의 이름은 과제에 적힌 것과 같아야 "
    "합니다.",
)
def unknown_parameter(failure, source):
    return failure.error is not None and "did not supply a value for binding" in failure.error.text


@mistake_of(
    EVERY_TASK,
    "parameter-in-quotes",
    "파라미터가 작은따옴표 안에 있습니다. 그러면 값이 들어가지 않고, 콜론과 이름이 그대로 글이 됩니다. 따옴표 밖에 "
    "적어 주세요. 글과 이을 때는 `||`를 씁니다.",
)
def parameter_is_text(failure, source):
    return any(re.search(rf":{name}\b", text) for text in failure.texts() for name in failure.parameters)


@mistake_of(
    (*QUERIES, *CHANGES),
    "name-as-text",
    "열 이름을 작은따옴표로 감쌌습니다. 그러면 열의 값이 아니라 그 글자가 쓰입니다. 열 이름에는 따옴표가 필요하지 "
    "않습니다.",
)
def column_name_in_single_quotes(failure, source):
    return any(text in COLUMNS for text in failure.texts())


@mistake_of(
    (lists_ids,),
    "columns",
    "꺼낸 열이 다릅니다. 이 과제는 `id` 열 하나만 꺼냅니다. `SELECT` 뒤에 `id`만 적어 주세요.",
)
@mistake_of(
    QUERIES[1:],
    "columns",
    "꺼낸 열이 다릅니다. id, name, phone_number, birth_date를 이 순서로, 모두 꺼내 주세요.",
)
def other_columns(failure, source):
    return bool(failure.columns) and [name.lower() for name in failure.columns] != list(failure.wanted_columns)


@mistake_of(
    (finds_by_id, finds_a_range, finds_by_prefix, finds_missing_dates),
    "no-condition",
    "`WHERE`가 없어서 모든 학생이 나왔습니다. 어느 행을 꺼낼지 `WHERE` 뒤에 적어 주세요.",
)
def every_row_shown(failure, source):
    return counted(failure.rows) == counted(failure.table) and not failure.has(r"\bWHERE\b")


@mistake_of(
    (changes_a_phone, removes_one),
    "no-where",
    "`WHERE`가 없어서 모든 행이 바뀌거나 지워졌습니다. 어느 행인지 `WHERE` 뒤에 적어 주세요. 실제 데이터베이스에서는 "
    "되돌릴 수 없습니다.",
)
def every_row_touched(failure, source):
    is_change = failure.has(r"^\s*(UPDATE|DELETE)\b") and not failure.has(r"\bWHERE\b")
    return failure.error is None and is_change and not set(failure.table) & set(failure.rows)


@mistake_of(
    (creates_the_table,),
    "Q4",
    "기본 키(primary key)가 없습니다. 그러면 번호가 같은 학생이 두 번 들어갑니다. `id INTEGER PRIMARY KEY`라고 적어 "
    "주세요.",
)
def no_primary_key(failure, source):
    return failure.key == []


@mistake_of(
    (creates_the_table,),
    "not-integer",
    "`id`의 타입이 `INTEGER`가 아닙니다. SQLite에서는 `INT`와 `INTEGER`도 다릅니다. `INTEGER PRIMARY KEY`라고 "
    "그대로 적어야 `id`가 행의 번호가 됩니다.",
)
def id_is_no_integer(failure, source):
    return failure.key == ["id"]


@mistake_of(
    (creates_the_table,),
    "Q11",
    "이 열의 타입은 수입니다. 수만으로 된 글을 넣으면 수로 바뀌고 앞의 0이 사라집니다. `TEXT`라고 적어 주세요.",
)
def number_for_text(failure, source):
    return (
        failure.declared is not None and re.search("INT|REAL|FLOA|DOUB|NUM|DEC", failure.declared.upper()) is not None
    )


@mistake_of(
    (creates_the_table,),
    "Q3",
    "SQLite에 없는 타입을 적었습니다(`DATE`와 `STRING`도 없습니다). 오류는 나지 않지만, SQLite는 이런 열에 수를 "
    "좋아하는 성질을 줍니다. 글을 담는 열에는 `TEXT`라고 적어 주세요.",
)
def type_that_is_none(failure, source):
    return bool(failure.declared) and re.search("BLOB", failure.declared.upper()) is None


@mistake_of(
    (creates_the_table,),
    "no-default",
    "이름을 적지 않고 넣었더니 `name`이 NULL입니다. `name` 열에 `DEFAULT`와 기본값을 적어 주세요.",
)
def name_has_no_default(failure, source):
    return failure.expected == DEFAULT and failure.got == "NULL" and not failure.has(r"\bDEFAULT\b")


@mistake_of(
    (inserts_one, inserts_a_part),
    "Q12",
    "열 이름 없이 `VALUES`만 적었습니다. 표의 열이 하나라도 더 있으면 실행되지 않고, 열의 순서가 바뀌면 값이 다른 "
    "열에 들어갑니다. 표 이름 뒤의 괄호에 열 이름을 적어 주세요.",
)
def columns_not_named(failure, source):
    return failure.error is not None and re.search(r"has \d+ columns but \d+ values", failure.error.text) is not None


@mistake_of(
    (inserts_a_part,),
    "Q6",
    "`name`에 NULL이나 빈 글을 직접 넣었습니다. 기본값은 열을 아예 적지 않았을 때만 들어갑니다. 열 이름과 값에서 "
    "`name`을 빼 주세요.",
)
def null_written_out(failure, source):
    return any(row not in failure.table and row[1] in (None, "") for row in failure.rows)


@mistake_of(
    (finds_a_range,),
    "exclusive",
    "`:low`나 `:high`와 번호가 같은 학생이 빠졌습니다. 두 번호도 들어가야 합니다. `BETWEEN`이나 `>=`, `<=`를 쓰세요.",
)
def ends_left_out(failure, source):
    ends = {
        min((row[0] for row in failure.wanted), default=None),
        max((row[0] for row in failure.wanted), default=None),
    }
    missing = {row[0] for row in failure.wanted} - {row[0] for row in failure.rows}
    return bool(missing) and missing <= ends and set(failure.rows) < set(failure.wanted)


@mistake_of(
    (finds_a_range,),
    "reversed",
    "`BETWEEN`은 작은 값을 먼저 적습니다. 큰 값이 먼저이면 아무것도 나오지 않습니다. `BETWEEN :low AND :high`입니다.",
)
def between_reversed(failure, source):
    return not failure.rows and failure.has(r"\bBETWEEN\s+:high\s+AND\s+:low\b")


@mistake_of(
    (sorts_by_date, shows_rows_3_to_8),
    "Q18",
    "`ORDER BY`가 없습니다. `LIMIT`은 `ORDER BY` 없이도 실행되지만, 그때는 어떤 순서로 나올지 정해져 있지 않습니다. "
    "`ORDER BY`와 열 이름을 적어 주세요.",
)
def order_not_asked_for(failure, source):
    return failure.error is None and not failure.has(r"\bORDER\s+BY\b")


@mistake_of(
    (sorts_by_date,),
    "Q17",
    "생일이 없는(NULL) 학생이 앞에 왔습니다. SQLite는 NULL을 가장 작은 값으로 봅니다. `ORDER BY birth_date IS NULL, "
    "birth_date`처럼 생일이 있는지를 먼저 보거나, `NULLS LAST`를 쓰세요.",
)
def nulls_first(failure, source):
    dates = [row[3] for row in failure.rows if len(row) == 4]
    known = [date for date in dates if date is not None]
    return len(dates) > len(known) > 0 and dates[0] is None and known == sorted(known)


@mistake_of(
    (sorts_by_date,),
    "newest-first",
    "생일이 늦은 학생부터 나왔습니다. `DESC`는 큰 값부터입니다. 빠른 날짜부터 꺼내려면 `DESC`를 지워 주세요.",
)
def newest_first(failure, source):
    known = [row[3] for row in failure.rows if len(row) == 4 and row[3] is not None]
    return len(known) > 1 and known == sorted(known, reverse=True)


@mistake_of(
    (sorts_by_date,),
    "nulls-left-out",
    "생일이 없는(NULL) 학생이 빠졌습니다. 이 과제는 모든 학생을 꺼내고, 생일이 없는 학생을 끝에 둡니다.",
)
def nulls_left_out(failure, source):
    return failure.rows != () and counted(failure.rows) == counted(row for row in failure.wanted if row[3] is not None)


@mistake_of(
    (shows_rows_3_to_8,),
    "Q19",
    "세 행을 건너뛰고 여덟 행을 꺼내서, 네 번째부터 열한 번째까지 나왔습니다. `LIMIT 3, 8`은 3번에서 8번이라는 뜻이 "
    "아닙니다. `LIMIT 꺼낼 행의 수 OFFSET 건너뛸 행의 수`라고 적어 주세요.",
)
def three_skipped_eight_taken(failure, source):
    return list(failure.rows) == by_id(failure.table)[3:11]


@mistake_of(
    (shows_rows_3_to_8,),
    "offset",
    "다른 자리의 행이 나왔습니다. 세 번째부터라면 앞의 두 행을 건너뛰고, 여덟 번째까지라면 여섯 행을 꺼냅니다.",
)
def other_places(failure, source):
    rows, ordered = list(failure.rows), by_id(failure.table)
    return bool(rows) and any(rows == ordered[start : start + len(rows)] for start in range(len(ordered)))


@mistake_of(
    (shows_rows_3_to_8,),
    "id-for-place",
    "`id`가 3에서 8인 학생은 없습니다. 세 번째 행은 `id`가 3인 행이 아닙니다. `ORDER BY`, `LIMIT`, `OFFSET`을 쓰세요.",
)
def id_taken_for_place(failure, source):
    return not failure.rows and failure.has(r"\bid\s*(BETWEEN\s+3|>=?\s*[23])\b")


@mistake_of(
    (finds_by_prefix,),
    "plus",
    "SQL에서 `+`는 더하기입니다. 글을 이을 때는 `||`를 씁니다.",
)
def joined_with_plus(failure, source):
    return failure.has(r"\+\s*'[^']*%'|'%'\s*\+")


@mistake_of(
    (finds_by_prefix,),
    "escape-length",
    "`ESCAPE` 뒤에는 글자가 하나만 와야 합니다. SQL의 글 안에서 역슬래시는 보통 글자라서, 두 번 적으면 두 글자입니다.",
)
def escape_is_no_character(failure, source):
    return failure.error is not None and "ESCAPE expression must be a single character" in failure.error.text


@mistake_of(
    (finds_by_prefix,),
    "no-escape",
    "`replace`로 글자를 덧붙였지만, 그 글자가 어떤 뜻인지 알려 주지 않았습니다. `LIKE` 끝에 `ESCAPE`와 그 글자를 "
    "적어 주세요.",
)
def escape_not_declared(failure, source):
    return failure.has(r"\breplace\s*\(") and failure.has(r"\bLIKE\b") and not failure.has(r"\bESCAPE\b")


@mistake_of(
    (finds_by_prefix,),
    "Q20",
    "이름의 가운데나 끝에 있는 것도 찾았습니다. 앞에 붙인 `%`는 무엇이든 된다는 뜻입니다. 끝에만 붙여 주세요.",
)
def found_anywhere(failure, source):
    return failure.error is None and failure.has(r"\bLIKE\s*\(?\s*'%|\binstr\s*\([^()]*\)\s*(>\s*0|>=\s*1|$|;)")


@mistake_of(
    (finds_by_prefix,),
    "whole-name",
    "이름 전체가 `:prefix`와 같은 학생만 찾았습니다. 그 뒤에 무엇이 와도 되도록 `|| '%'`를 붙여 주세요.",
)
def whole_name_compared(failure, source):
    return failure.error is None and failure.has(r"(\bLIKE|=)\s*:prefix\s*(;|$|\))") and not failure.has("substr|instr")


@mistake_of(
    (finds_by_prefix,),
    "wildcards",
    "`:prefix` 안의 `%`나 `_`가 글자가 아니라 아무 글자라는 뜻이 되었습니다. 두 글자 앞에 표시를 붙이고 `ESCAPE`로 "
    "알려 주거나, `LIKE` 없이 앞부분을 잘라서 비교하세요.",
)
def prefix_not_escaped(failure, source):
    return set(failure.rows) > set(failure.wanted) and failure.has(r"\bLIKE\b")


@mistake_of(
    (finds_missing_dates,),
    "Q14",
    "NULL은 `=`나 `!=`로 찾을 수 없습니다. NULL과 비교한 결과는 참이 아니라 NULL이기 때문입니다. `IS NULL`이라고 적어 "
    "주세요.",
)
def null_compared(failure, source):
    return failure.has(r"(=|<>|\bLIKE\b)\s*NULL\b|\bNULL\s*(=|!=|<>)")


@mistake_of(
    (finds_missing_dates,),
    "null-as-text",
    "NULL은 빈 글(`''`)도 아니고 `'NULL'`이라는 글도 아닙니다. 값이 없다는 표시입니다. `IS NULL`이라고 적어 주세요.",
)
def null_taken_for_text(failure, source):
    return not failure.rows and failure.has(r"(=|\bIS\b|\bLIKE\b)\s*'(NULL|None|\s*)'")


@mistake_of(
    (removes_one,),
    "delete-star",
    "`DELETE`는 행을 통째로 지우므로 `*`나 열 이름을 적지 않습니다. `DELETE FROM` 뒤에 표 이름을 적어 주세요.",
)
def columns_to_delete(failure, source):
    return failure.error is not None and failure.has(r"\bDELETE\s+(?!FROM\b)\S")


@mistake_of(
    (drops_the_table,),
    "Q9",
    "SQLite에는 `DROP DATABASE`가 없습니다. 데이터베이스는 파일 하나이므로 파일을 지우면 됩니다. 이 과제는 표를 "
    "지웁니다. `DROP TABLE` 뒤에 표 이름을 적어 주세요.",
)
def database_dropped(failure, source):
    return failure.has(r"\bDROP\s+(DATABASE|SCHEMA)\b")


@mistake_of(
    (drops_the_table,),
    "rows-only",
    "`DELETE`는 행을 지우고 표는 남깁니다. 표를 지우는 문장은 `DROP TABLE`입니다.",
)
def rows_deleted(failure, source):
    return failure.has(r"^\s*DELETE\b")


@mistake_of(
    EVERY_TASK,
    "parameter-unused",
    "과제에 적힌 파라미터가 쿼리에 모두 있지는 않습니다. 값을 직접 적지 말고, 값이 올 자리에 `:id`처럼 적어 주세요.",
)
def parameter_not_used(failure, source):
    return failure.error is None and not all(failure.has(rf"[:@$]{name}\b") for name in failure.parameters)


if __name__ == "__main__":
    check.main()
