"""Lesson 12: mistakes in who shares a connection, and in when it is closed."""

from __future__ import annotations

import ast
import re

from mistakes.sqlite.evidence import all_code, python_files, trees
from mistakes.sqlite.raising import raised
from mistakes.sqlite.tasks import EVERY_TASK, SERVING
from probing.student_file import JUST_STARTED
from shared.checking import KnownMistakes

known = KnownMistakes()

raised(
    known,
    *EVERY_TASK,
    id="Q33",
    says="연결 하나를 여러 요청이 함께 씁니다. 서버는 요청마다 다른 스레드(thread)에서 답하고, SQLite의 연결은 만든 "
    "스레드에서만 쓸 수 있습니다. 뷰 함수 안에서 연결하거나, `get_db()`처럼 요청마다 연결하는 함수를 쓰세요.",
    pattern="objects created in a thread can only be used",
)

raised(
    known,
    *EVERY_TASK,
    id="Q24",
    says="닫은 연결은 더 쓸 수 없습니다. `commit()`을 먼저 부르고, 값을 모두 꺼낸 다음, 맨 끝에 `close()`를 부르세요.",
    pattern="Cannot operate on a closed (database|cursor)",
)


@known(
    SERVING,
    id="Q33",
    says="연결 하나를 모든 요청이 함께 씁니다. `check_same_thread=False`는 오류를 숨길 뿐이고, 한 요청의 커밋이 다른 "
    "요청의 일까지 저장합니다. 요청마다 연결하고, 요청이 끝나면 닫으세요.",
)
def one_connection_for_all(failure, source):
    return "열려 있는 연결" in (failure.got or "") and (
        "check_same_thread" in all_code(source) or any(map(connects_outside, trees(source)))
    )


@known(
    SERVING,
    id="Q32",
    says="연결을 닫는 코드가 없습니다. `with con:`은 커밋만 하고 닫지 않습니다. `close()`를 부르거나 "
    "`contextlib.closing`을 쓰세요. Flask에서는 `teardown_appcontext`에 등록한 함수가 요청이 끝날 때마다 불립니다.",
)
def nothing_is_closed(failure, source):
    code = all_code(source)
    return "열려 있는 연결" in (failure.got or "") and not re.search(r"\.close\(|\bclosing\(|\.close\b", code)


@known(
    SERVING,
    id="start-not-closed",
    says="요청이 오기 전부터 열려 있는 연결이 있습니다. 표를 만들려고 연 연결도 일이 끝나면 `close()`로 닫으세요.",
)
def left_open_at_start(failure):
    return failure.expected == JUST_STARTED


@known(
    SERVING,
    id="not-closed-when-refused",
    says="이 요청은 거절했고, 그때 연결을 닫지 않았습니다. `abort()`와 오류는 함수를 그 자리에서 끝내므로 뒤에 있는 "
    "`close()`가 실행되지 않습니다. `teardown_appcontext`, `contextlib.closing`, `finally` 가운데 하나를 쓰세요.",
)
def left_open_after_refusal(failure, reply, source):
    left_open = failure.reply is not None and "열려 있는 연결" in (failure.got or "") and reply.status >= 400
    return left_open and not closer_never_registered(failure, source)


@known(
    SERVING,
    id="teardown-not-registered",
    says="연결을 닫는 함수가 있지만 불리지 않습니다. `app.teardown_appcontext(close_db)`로 등록하세요.",
)
def closer_never_registered(failure, source):
    functions = [function for file in python_files(source) for function in source.functions(file)]
    closers = [function for function in functions if re.search("close|teardown", function.name)]
    is_used = any(re.search(rf"(?<!def )\b{function.name}\b", all_code(source)) for function in closers)
    decorated = any(function.decorator_list for function in closers)
    return "열려 있는 연결" in (failure.got or "") and bool(closers) and not is_used and not decorated


def connects_outside(tree):
    """Whether a module connects while it is loaded, and keeps the connection in a name."""
    for node in tree.body:
        value = node.value if isinstance(node, (ast.Assign, ast.AnnAssign)) else None
        if isinstance(value, ast.Call) and ast.unparse(value.func) in (
            "sqlite3.connect",
            "connect",
            "sqlite3.Connection",
        ):
            return True
    return False
