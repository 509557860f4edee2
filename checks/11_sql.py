"""11 SQL"""

from __future__ import annotations

import re

import home  # noqa: F401
from mistakes.sql import changing, fixed_values, ordering, patterns, selecting, table, writing
from probing.queries import Query
from probing.student_table import COLUMNS, DEFAULT, by_id, literal, phone, student, students
from shared.checking import Check

check = Check(__file__, app=None)


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


def is_text(declared):
    """Whether SQLite gives a column of this declared type text affinity (sqlite.org/datatype3.html, 3.1)."""
    return re.search("INT", declared.upper()) is None and re.search("CHAR|CLOB|TEXT", declared.upper()) is not None


# Of several that match, the first is told: how a query is written before what it did, and at the end what fits most.
for subject in (writing, table, changing, selecting, ordering, patterns, fixed_values):
    check.know(subject.known)

if __name__ == "__main__":
    check.main()
