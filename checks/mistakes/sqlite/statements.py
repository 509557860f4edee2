"""Lesson 12: mistakes in giving a statement its values, and in taking what comes of it."""

from __future__ import annotations

import ast
import re

from mistakes.sqlite.evidence import asked_name, code_for
from mistakes.sqlite.raising import raised
from mistakes.sqlite.tasks import ADDING, ROUTES
from shared.checking import KnownMistakes
from shared.probes.parsing import tree_of

known = KnownMistakes()

raised(
    known,
    *ROUTES,
    id="quoted-placeholder",
    says="`?`나 `:name`을 따옴표 안에 쓰면 값의 자리가 아니라 글자입니다. 따옴표를 지우세요. 예: `LIKE ? || '%'`",
    pattern="uses 0, and there (are|is) 1",
)

raised(
    known,
    *ROUTES,
    id="Q29",
    says="값이 하나여도 튜플로 넘깁니다. 괄호만으로는 튜플이 아니고 쉼표가 있어야 합니다. 예: `(student_id,)`",
    pattern="uses 1, and there are|parameters are of unsupported type",
)

raised(
    known,
    *ROUTES,
    id="row-as-json",
    says="`Row`는 그대로 JSON이 되지 않습니다. `dict(row)`로 바꾸세요. 목록이면 `[dict(row) for row in rows]`입니다.",
    pattern="type Row is not JSON|but it was a Row",
)

raised(
    known,
    *ROUTES,
    id="no-row",
    says="그런 행이 없으면 `fetchone()`은 `None`을 줍니다. 값을 꺼내기 전에 `if row is None: abort(404)`를 쓰세요.",
    pattern="'NoneType' object is not (iterable|subscriptable)|NoneType.* has no attribute 'keys'",
)

raised(
    known,
    ADDING,
    id="integrity-error",
    says="같은 번호가 이미 있어서 `IntegrityError`가 났고, 잡지 않아서 500이 되었습니다. "
    "`except sqlite3.IntegrityError:`로 잡아서 `abort(409)`를 부르세요.",
    pattern="IntegrityError: UNIQUE",
)


@known(
    *ROUTES,
    id="Q28",
    says="받은 값을 SQL 문장에 이어 붙였습니다. 따옴표가 든 값이 오면 문장의 뜻이 바뀌어서, 남이 데이터를 모두 보거나 "
    "지울 수 있습니다. f-string이나 `+` 대신 값의 자리에 `?`를 쓰고, 값은 튜플로 따로 넘기세요.",
)
def sql_is_formatted(reply, loaded, source):
    sent = asked_name(reply) + (reply.exchange.request.body or "").replace('"', "")
    return bool(set(sent) & set("'\"")) and formats_sql(code_for(reply, loaded, source))


def formats_sql(code):
    """Whether a value is put into a statement by hand."""
    statement = r"(?i)\b(select\b.*\bfrom|insert\b.*\binto|update\b.*\bset|delete\s+from|where)\b"
    for node in ast.walk(tree_of(code)):
        left = node.left if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Mod)) else None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            left = node.func.value
        if isinstance(node, ast.JoinedStr) and any(isinstance(part, ast.FormattedValue) for part in node.values):
            left = node
        texts = [part for part in ast.walk(left) if isinstance(part, ast.Constant)] if left else []
        if any(isinstance(part.value, str) and re.search(statement, part.value) for part in texts):
            return True
    return False
