"""Lesson 12: mistakes in adding a student, above all one whose id is taken."""

from __future__ import annotations

import re

from mistakes.sqlite.evidence import code_for, expects
from mistakes.sqlite.tasks import ADDING
from probing.student_file import DONE
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    ADDING,
    id="or-replace",
    says="같은 번호의 학생이 이미 있는데 새 학생으로 바꾸었습니다. `INSERT OR REPLACE`는 앞의 행을 지웁니다. "
    "`INSERT`만 쓰고, `sqlite3.IntegrityError`가 나면 409로 답하세요.",
)
def replaced_the_old_one(reply, failure, loaded, source):
    pattern = r"(?i)\breplace\s+into\b|\bor\s+replace\b|\bon\s+conflict\b"
    return expects(failure, 409) and reply.status in DONE and bool(re.search(pattern, code_for(reply, loaded, source)))


@known(
    ADDING,
    id="Q27",
    says="새 학생인데 이미 있다고 답했습니다. 한 요청에서 같은 학생을 두 번 넣어서, 두 번째 `INSERT`가 거절됩니다. "
    "`?`를 쓰는 `INSERT`와 `:name`을 쓰는 `INSERT` 가운데 하나만 남기세요.",
)
def inserted_twice(reply, failure, loaded, source):
    inserts = re.findall(r"(?i)\binsert\s+(?:or\s+\w+\s+)?into\b", code_for(reply, loaded, source))
    return expects(failure, 201) and reply.status in (409, 500) and len(inserts) == 2


@known(
    ADDING,
    id="twice-the-same-id",
    says="같은 번호의 학생이 두 명이 되었습니다. 표를 만들 때 `id INTEGER PRIMARY KEY`라고 쓰면 SQLite가 같은 번호를 "
    "거절합니다. 표는 한 번 만들면 바뀌지 않으므로, 고친 다음에는 파일 `student.sqlite3`을 지우고 다시 시작하세요.",
)
def no_primary_key(reply, failure):
    return expects(failure, 409) and reply.status in DONE


@known(
    ADDING,
    id="conflict-is-409",
    says="요청의 모양은 맞으므로 400이 아닙니다. 이미 있는 번호와 부딪치면 409(Conflict)로 답하세요.",
)
def conflict_as_bad_request(reply, failure):
    return expects(failure, 409) and reply.status == 400
