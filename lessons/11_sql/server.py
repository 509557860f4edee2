"""SQL 연습판: queries.sql의 쿼리를 하나씩 실행하고 결과를 보여 줍니다. 완성되어 있으니 실행만 합니다.

쿼리마다 새 데이터베이스를 메모리에 만듭니다. 그래서 한 쿼리가 틀려도, 표를 지워도 다른 쿼리는 그대로입니다.
"""

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import Flask, render_template

from shared.messages.errors import explain
from shared.sql import blocks, running
from shared.sql.strings import text_in_double_quotes
from shared.verdict import PythonError

FOLDER = Path(__file__).parent
SECONDS = 0.5
MAX_ROWS = 50

# 과제의 번호 순서입니다: 이름, 하는 일, 파라미터에 넣어 볼 값.
TASKS: list[tuple[str, str, dict[str, Any]]] = [
    ("create_table", "표 만들기", {}),
    (
        "insert_one",
        "한 명 넣기",
        {"id": 10304, "name": "오가람", "phone_number": "010-0000-0013", "birth_date": "2009-09-09"},
    ),
    ("insert_partial", "일부 열만 넣기", {"id": 10305, "phone_number": "010-0000-0014"}),
    ("all_ids", "모든 번호 꺼내기", {}),
    ("by_id", "번호로 찾기", {"id": 10201}),
    ("class_range", "번호의 범위로 찾기", {"low": 10201, "high": 10301}),
    ("oldest_first", "생일 순서로 꺼내기", {}),
    ("rows_3_to_8", "세 번째부터 여덟 번째까지 꺼내기", {}),
    ("name_starts_with", "이름의 앞부분으로 찾기", {"prefix": "별_"}),
    ("no_birth_date", "생일이 없는 학생 찾기", {}),
    ("change_phone", "전화번호 바꾸기", {"id": 10202, "phone_number": "010-0000-0015"}),
    ("remove", "한 명 지우기", {"id": 10302}),
    ("drop_table", "표 지우기", {}),
]

app = Flask(__name__)


@dataclass
class Table:
    """화면에 그릴 표입니다. notes는 행마다 붙이는 말이고, changed는 값이 바뀐 칸입니다."""

    columns: list[str]
    rows: list[tuple[Any, ...]]
    notes: list[str] = field(default_factory=list)
    changed: set[tuple[int, int]] = field(default_factory=set)


@dataclass
class Card:
    """과제 하나의 결과입니다. state는 empty, error, shown, changed 가운데 하나입니다."""

    number: int
    name: str
    title: str
    parameters: dict[str, Any]
    state: str = "empty"
    summary: str = "아직 쿼리가 없습니다"
    sql: str = ""
    line: int | None = None
    notice: str = ""
    error: str = ""
    explanation: str = ""
    table: Table | None = None


@app.get("/")
def show_board() -> tuple[str, dict[str, str]]:
    """queries.sql을 새로 읽고 모두 실행합니다."""
    written = read_file("queries.sql")
    found = blocks.read(written)
    cards = [make_card(number, *task, found) for number, task in enumerate(TASKS, 1)]
    page = render_template(
        "board.html",
        cards=cards,
        twice=blocks.names_twice(written),
        unknown=[name for name in found if name not in [task[0] for task in TASKS]],
        sample=look_at_table(new_database()),
    )
    return page, {"Cache-Control": "no-store"}  # 새로 고칠 때마다 다시 실행합니다.


@app.template_filter("cell")
def shorten(value: Any) -> str:
    """칸에 적을 글입니다. 아주 긴 값은 앞부분만 적습니다."""
    text = str(value)
    return text if len(text) <= 100 else text[:100] + "…"


def read_file(name: str) -> str:
    """이 폴더의 파일을 읽습니다. 파일이 없으면 빈 글입니다."""
    path = FOLDER / name
    return path.read_text(encoding="utf-8-sig", errors="replace") if path.is_file() else ""


def new_database(with_sample: bool = True) -> sqlite3.Connection:
    """메모리에 새 데이터베이스를 만듭니다."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    if with_sample:
        with suppress(sqlite3.Error):  # 잘못 고친 sample.sql도 화면을 멈추지 않습니다.
            connection.executescript(read_file("sample.sql"))
    return connection


def make_card(number: int, name: str, title: str, parameters: dict[str, Any], found: dict[str, blocks.Block]) -> Card:
    """쿼리 하나를 실행합니다. 무엇이 잘못되어도 예외 대신 설명이 남습니다."""
    card = Card(number, name, title, parameters)
    block = found.get(name)
    if block is None:
        card.summary = f"queries.sql에 이 줄이 없습니다: -- name: {name}"
        return card
    card.line = block.line
    if block.is_empty:
        return card
    card.sql = block.sql
    with closing(new_database(with_sample=name != "create_table")) as connection:
        before = look_at_table(connection)
        if text_in_double_quotes(block.sql, lambda sql: error_of(connection, sql, parameters)) is not None:
            card.notice = "글을 큰따옴표로 감쌌습니다. 큰따옴표는 이름에 씁니다. 글은 작은따옴표로 감싸세요."
        result = running.run(connection, block.sql, parameters, seconds=SECONDS)
        if result.error is not None:
            tell_error(card, result)
        else:
            tell_result(card, result, before, look_at_table(connection))
            if card.name == "create_table" and card.table is not None:
                card.table = look_at_columns(connection)
    return card


def error_of(connection: sqlite3.Connection, sql: str, parameters: dict[str, Any]) -> str | None:
    """실행하지 않고, SQLite가 읽을 수 있는 문장인지만 봅니다."""
    return running.run(connection, "EXPLAIN " + sql, parameters, seconds=SECONDS).error


def look_at_table(connection: sqlite3.Connection) -> Table | None:
    """표 student_list의 지금 모습입니다. 표가 없으면 None입니다."""
    result = running.run(connection, "SELECT * FROM student_list", seconds=SECONDS)
    return Table(list(result.columns), list(result.rows)) if result.error is None else None


def look_at_columns(connection: sqlite3.Connection) -> Table:
    """표 student_list가 어떤 열로 되어 있는지 알려 주는 표입니다."""
    columns = running.run(connection, "PRAGMA table_info(student_list)", seconds=SECONDS)
    rows = [(name, kind or None, "예" if key else "", default) for _, name, kind, _, default, key in columns.rows]
    return Table(["열", "타입", "기본 키", "기본값"], rows)


def tell_error(card: Card, result: running.Result) -> None:
    """SQLite의 오류와 그 설명을 적습니다."""
    card.state, card.summary = "error", "실행하지 못했습니다"
    card.error = f"{result.error_type}: {result.error}"
    if result.refused == running.TOO_SLOW:
        card.explanation = f"{SECONDS:g}초 안에 끝나지 않아서 멈추었습니다. 끝나지 않는 쿼리인지 보세요."
    elif result.refused is not None:
        card.explanation = f"연습판에서는 쓸 수 없는 문장입니다: {result.refused}"
    elif "binding" in card.error.lower():
        names = ", ".join(f":{name}" for name in card.parameters) or "없음"
        card.explanation = f"이 과제의 파라미터와 이름이 같아야 합니다. 이 과제의 파라미터: {names}"
    else:
        card.explanation = explain(PythonError(result.error_type, result.error or "")) or ""


def tell_result(card: Card, result: running.Result, before: Table | None, after: Table | None) -> None:
    """결과 표나, 바뀐 행이나, 표에 생긴 일을 적습니다."""
    if before is not None and after is None:
        card.state, card.summary = "changed", "표 student_list가 이제 없습니다"
    elif before is None and after is not None:
        card.state, card.summary = "changed", "표 student_list가 생겼습니다"
        card.table = after
    elif after is None:
        card.state, card.summary = "shown", "실행했지만 표 student_list가 없습니다"
    elif before is not None and counted(before) != counted(after):
        card.state = "changed"
        card.table = touched(before, after)
        card.summary = f"바뀐 행은 아래와 같습니다. 이제 표에는 {len(after.rows)}행이 있습니다"
    elif result.columns:
        card.state, card.table = "shown", Table(list(result.columns), list(result.rows[:MAX_ROWS]))
        more = f" (앞의 {MAX_ROWS}행만 보입니다)" if len(result.rows) > MAX_ROWS else ""
        card.summary = f"결과: {running.MAX_ROWS:,}행이 넘습니다" if result.cut else f"결과: {len(result.rows)}행"
        card.summary += more
    else:
        card.state, card.summary = "shown", "실행했지만 바뀐 행이 없습니다"


def counted(table: Table) -> tuple[list[str], list[str]]:
    """두 표가 같은지 볼 때 쓰는 모습입니다. 행의 순서는 보지 않습니다."""
    return table.columns, sorted(map(repr, table.rows))


def touched(before: Table, after: Table) -> Table:
    """바뀐 행만 모은 표입니다. 첫 열이 같은 두 행은 바꾸기 전과 바꾼 뒤입니다."""
    old, new = ({row[0]: row for row in table.rows} for table in (before, after))
    shown = Table(after.columns, [])
    for key in sorted(old.keys() | new.keys(), key=str):
        pair = old.get(key), new.get(key)
        if pair[0] == pair[1]:
            continue
        words = ("바꾸기 전", "바꾼 뒤") if None not in pair else ("지운 행", "넣은 행")
        for row, word in zip(pair, words, strict=True):
            if row is not None and len(shown.rows) < MAX_ROWS:
                shown.rows.append(row)
                shown.notes.append(word)
        if pair[0] is not None and pair[1] is not None and len(pair[0]) == len(pair[1]):
            differing = [place for place, value in enumerate(pair[0]) if value != pair[1][place]]
            last = len(shown.rows) - 1
            shown.changed |= {(row, place) for row in (last - 1, last) for place in differing}
    return shown


if __name__ == "__main__":
    app.run(debug=True)
