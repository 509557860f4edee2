"""Lesson 12: mistakes in committing what was saved, and in saving what should be refused."""

from __future__ import annotations

import re

from mistakes.sqlite.evidence import code_for
from mistakes.sqlite.tasks import ADDING, KEEPING, REPLACING, SAVING
from probing.student_file import DONE, FILE
from shared.checking import KnownMistakes
from shared.messages.checking import status

known = KnownMistakes()


@known(
    KEEPING,
    id="Q1",
    says="저장했다고 답했지만 서버가 꺼지자 사라졌습니다. INSERT, UPDATE, DELETE 다음에 `commit()`을 부르거나 "
    "`with con:` 블록을 쓰세요. 약속은 커밋한 것에만 있습니다.",
)
@known(
    *SAVING,
    id="Q1",
    says="성공으로 답했지만 데이터베이스 파일은 그대로입니다. INSERT, UPDATE, DELETE는 `commit()`을 불러야 파일에 "
    "남습니다. `with con:` 블록을 써도 됩니다.",
)
def never_committed(reply, failure, loaded, source):
    code = code_for(reply, loaded, source)
    wrote = re.search(r"(?i)\b(insert|update|delete|replace)\b", code) is not None
    return reply.status in DONE and FILE in (failure.expected or "") and wrote and not commits(code)


@known(
    ADDING,
    REPLACING,
    id="not-refused",
    says="잘못된 본문을 저장하고 성공으로 답했습니다. SQLite는 열의 종류와 다른 값도 받습니다. 저장하기 전에 "
    "`isinstance`로 확인하고, 잘못되었으면 `abort(400)`을 부르세요. JSON의 `true`는 수가 아닙니다.",
)
def bad_body_accepted(reply, failure):
    return reply.status in DONE and expects_refusal(failure)


@known(
    ADDING,
    REPLACING,
    id="not-checked",
    says="받은 본문을 먼저 확인하지 않아서, 400이 아닌 오류가 되었습니다. 객체인지, `id`가 정수인지, `name`이 비어 "
    "있지 않은 글인지 저장하기 전에 확인하고, 아니면 `abort(400)`을 쓰세요.",
)
def bad_body_raises(reply, failure):
    return reply.status in (409, 500) and expects_refusal(failure)


def expects_refusal(failure):
    """Whether the request was a bad one."""
    return failure.expected in (status(400), status(400, 415))


def commits(code):
    """Whether a transaction is ended anywhere in this code."""
    # `with closing(...)` and `with open(...)` commit nothing; any other `with` may be that of a connection
    blocks = re.findall(r"(?m)^\s*with (.*):$", code)
    own = any(not re.match(r"(contextlib\.)?closing\(|open\(|\w*lock", block) for block in blocks)
    return (
        own
        or re.search(r"\.commit\b|\bisolation_level\b|\bautocommit\b|(?i:\bCOMMIT\b)|executescript", code) is not None
    )
