"""Lesson 11: mistakes in the order of rows, and in taking only some of them."""

from __future__ import annotations

from mistakes.sql.evidence import about_a_query
from mistakes.sql.tasks import SORTING, TAKING_SOME_ROWS
from probing.student_table import by_id, counted
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    SORTING,
    TAKING_SOME_ROWS,
    id="Q18",
    says="`ORDER BY`가 없습니다. `LIMIT`은 `ORDER BY` 없이도 실행되지만, 그때는 어떤 순서로 나올지 정해져 있지 "
    "않습니다. `ORDER BY`와 열 이름을 적어 주세요.",
)
@about_a_query
def order_not_asked_for(failure):
    return failure.error is None and not failure.has(r"\bORDER\s+BY\b")


@known(
    SORTING,
    id="Q17",
    says="생일이 없는(NULL) 학생이 앞에 왔습니다. SQLite는 NULL을 가장 작은 값으로 봅니다. `ORDER BY birth_date IS "
    "NULL, birth_date`처럼 생일이 있는지를 먼저 보거나, `NULLS LAST`를 쓰세요.",
)
@about_a_query
def nulls_first(failure):
    dates = [row[3] for row in failure.rows if len(row) == 4]
    born = [date for date in dates if date is not None]
    return len(dates) > len(born) > 0 and dates[0] is None and born == sorted(born)


@known(
    SORTING,
    id="newest-first",
    says="생일이 늦은 학생부터 나왔습니다. `DESC`는 큰 값부터입니다. 빠른 날짜부터 꺼내려면 `DESC`를 지워 주세요.",
)
@about_a_query
def newest_first(failure):
    born = [row[3] for row in failure.rows if len(row) == 4 and row[3] is not None]
    return len(born) > 1 and born == sorted(born, reverse=True)


@known(
    SORTING,
    id="nulls-left-out",
    says="생일이 없는(NULL) 학생이 빠졌습니다. 이 과제는 모든 학생을 꺼내고, 생일이 없는 학생을 끝에 둡니다.",
)
@about_a_query
def nulls_left_out(failure):
    return failure.rows != () and counted(failure.rows) == counted(row for row in failure.wanted if row[3] is not None)


@known(
    TAKING_SOME_ROWS,
    id="Q19",
    says="세 행을 건너뛰고 여덟 행을 꺼내서, 네 번째부터 열한 번째까지 나왔습니다. `LIMIT 3, 8`은 3번에서 8번이라는 "
    "뜻이 아닙니다. `LIMIT 꺼낼 행의 수 OFFSET 건너뛸 행의 수`라고 적어 주세요.",
)
@about_a_query
def three_skipped_eight_taken(failure):
    return list(failure.rows) == by_id(failure.table)[3:11]


@known(
    TAKING_SOME_ROWS,
    id="offset",
    says="다른 자리의 행이 나왔습니다. 세 번째부터라면 앞의 두 행을 건너뛰고, 여덟 번째까지라면 여섯 행을 꺼냅니다.",
)
@about_a_query
def other_places(failure):
    rows, ordered = list(failure.rows), by_id(failure.table)
    return bool(rows) and any(rows == ordered[start : start + len(rows)] for start in range(len(ordered)))


@known(
    TAKING_SOME_ROWS,
    id="id-for-place",
    says="`id`가 3에서 8인 학생은 없습니다. 세 번째 행은 `id`가 3인 행이 아닙니다. `ORDER BY`, `LIMIT`, `OFFSET`을 "
    "쓰세요.",
)
@about_a_query
def id_taken_for_place(failure):
    return not failure.rows and failure.has(r"\bid\s*(BETWEEN\s+3|>=?\s*[23])\b")
