"""Lesson 13: mistakes in how a handler is registered, what it takes, and how events are called, in several tasks."""

from __future__ import annotations

from mistakes.socketio.evidence import is_flask_socketio, last_moment
from shared.checking import KnownMistakes
from shared.probes.handlers import handler, handlers

known = KnownMistakes()

CONNECTING, REPLYING, SHOUTING, ADDING = 1, 2, 3, 4
WITH_DATA = ((REPLYING, "my_event"), (SHOUTING, "shout"), (ADDING, "add"))
EVENTS = {"welcome", "my_reply", "shout"}
"""Events that the server sends."""


def mistakes_with(task, event):
    """Add the mistakes in how the handler of `event` is registered and what it takes."""

    @known(
        task,
        id="no-sid",
        says="처리 함수에 `sid`가 없습니다. 서버의 처리 함수는 맨 앞에서 보낸 사람의 `sid`를 받습니다. "
        "`(sid, data)`처럼 `sid`를 먼저 적어 주세요.",
    )
    def sid_is_missing(source):
        return takes_one_too_few(source, event) and "sid" not in handler(source, event).parameters[:1]

    @known(
        task,
        id="no-data",
        says="처리 함수에 데이터를 받을 매개변수가 없습니다. `(sid, data)`처럼 `sid` 다음에 적어 주세요.",
    )
    def data_parameter_is_missing(source):
        return takes_one_too_few(source, event)

    @known(
        task,
        id="W8",
        says="한 이벤트에 처리 함수가 둘입니다. 나중 것만 남고 앞의 것은 불리지 않습니다. 하나로 합쳐 주세요.",
    )
    def two_handlers_for_one_event(source):
        return sum(one.event == event for one in handlers(source)) > 1


for task, event in WITH_DATA:
    mistakes_with(task, event)


@known(
    CONNECTING,
    REPLYING,
    SHOUTING,
    ADDING,
    id="decorator-not-called",
    says='`@sio.on`만 적은 줄이 있습니다. `@sio.on("이벤트 이름")`처럼 괄호와 이름을 적거나, `@sio.event`를 써 주세요.',
)
def on_without_call(source):
    return source.has("app.py", r"^\s*@\w+\.on\s*(#.*)?$")


@known(
    CONNECTING,
    REPLYING,
    SHOUTING,
    ADDING,
    id="event-name",
    says="서버가 다른 이름의 이벤트를 보냈습니다. '주고받은 순서'에서 이벤트의 이름을 한 글자씩 비교해 주세요.",
)
def event_has_another_name(failure):
    names = {moment.event for moment in failure.timeline if moment.kind == "hears"}
    return last_moment(failure) == "misses" and not names <= EVENTS


def takes_one_too_few(source, event):
    """Whether the handler takes one value where `sid` and data are handed in."""
    found = handler(source, event)
    return found is not None and len(found.parameters) < 2 and not found.takes_any and not is_flask_socketio(source)
