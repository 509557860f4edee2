"""Lesson 12: mistakes in replacing and removing: which student it is, and whether there is one."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from mistakes.sqlite.evidence import code_for, expects, json_of
from mistakes.sqlite.tasks import REMOVING, REPLACING
from probing.student_file import DONE, FILE
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    REPLACING,
    id="id-of-the-body",
    says="본문의 `id`를 썼습니다. 어느 학생인지는 주소의 번호가 정합니다. `WHERE id = ?`에는 주소에서 받은 번호를 "
    "묶고, 답의 `id`에도 그 번호를 담으세요.",
)
def id_taken_from_the_body(reply, failure):
    sent = json_of(reply.exchange.request.body)
    return isinstance(sent, dict) and f"/students/{sent.get('id')}" != urlsplit(reply.url).path and reply.status != 500


@known(
    REPLACING,
    REMOVING,
    id="without-where",
    says="한 학생만 바꾸거나 지워야 하는데 다른 학생도 달라졌습니다. 문장의 끝에 `WHERE id = ?`가 있는지 보세요.",
)
def where_is_missing(reply, failure, loaded, source):
    if FILE not in (failure.expected or "") and not expects(failure, 404):
        return False
    code = code_for(reply, loaded, source)
    statements = re.findall(r"(?i)\b(?:update\s+student_list\s+set|delete\s+from\s+student_list)\b[^\n]*", code)
    return any(not re.search(r"(?i)\bwhere\b", statement) for statement in statements)


@known(
    REPLACING,
    REMOVING,
    id="no-404",
    says="없는 학생인데 성공으로 답했습니다. 맞는 행이 없어도 UPDATE와 DELETE는 오류가 아닙니다. 커서의 `rowcount`가 "
    "0이면 `abort(404)`를 부르세요.",
)
def nobody_changed(reply, failure):
    return expects(failure, 404) and reply.status in DONE


@known(
    REMOVING,
    id="no-204",
    says='지웠으면 204로 답하고 본문은 비웁니다. `return "", 204`라고 쓰세요. 상태 코드를 쓰지 않으면 200입니다.',
)
def removed_with_200(reply, failure):
    return expects(failure, 204) and reply.status in (200, 202)
