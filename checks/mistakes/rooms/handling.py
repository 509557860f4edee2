"""Lesson 14: mistakes that any of the handlers may have: what it takes, and what it returns."""

from __future__ import annotations

from shared.checking import KnownMistakes
from shared.probes.handlers import handler

known = KnownMistakes()

JOINING, LEAVING, SAYING, KEEPING_OUT, LOSING = range(1, 6)
EVENTS = (
    (JOINING, "join"),
    (LEAVING, "leave"),
    (SAYING, "say"),
    (KEEPING_OUT, "say"),
    (LOSING, "disconnect"),
)


def mistakes_with(task, event):
    """Add the mistakes that the handler of `event` may have."""

    @known(
        task,
        id="no-return",
        says="확인 응답에 값이 없습니다. 처리 함수가 `return`한 값이 확인 응답이 됩니다. "
        '`{"ok": ...}`를 `return`해 주세요.',
    )
    def nothing_returned(failure):
        return failure.got == "null"

    @known(
        task,
        id="no-sid",
        says="처리 함수에 `sid`가 없습니다. 서버의 처리 함수는 맨 앞에서 보낸 사람의 `sid`를 받습니다. "
        "`(sid, data)`처럼 `sid`를 먼저 적어 주세요.",
    )
    def sid_is_missing(source):
        found = handler(source, event)
        if found is None or found.takes_any or source.has("app.py", r"\bflask_socketio\b"):
            return False
        return len(found.parameters) < 2 and "sid" not in found.parameters[:1]


for task, event in EVENTS:
    mistakes_with(task, event)
