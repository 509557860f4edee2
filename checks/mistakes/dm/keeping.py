"""Lesson 15: mistakes in what is kept for those who come later."""

from __future__ import annotations

import re

from mistakes.dm.tasks import KEEPING, MEETING
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    KEEPING,
    id="D11",
    says="남겨 두는 메시지에 끝이 없습니다. 오래 켜 두면 메모리가 차고, 새로 온 사람은 오래 기다립니다. "
    "`deque(maxlen=200)`을 써 주세요.",
)
def no_limit(failure):
    return count_in(failure.got) > count_in(failure.expected) > 0


@known(
    KEEPING,
    id="notes-count",
    says="메시지가 200개보다 적습니다. 들어오고 나간 알림도 함께 남겼으면 알림이 자리를 차지합니다. 사람이 보낸 "
    "메시지만 세어서 남겨 주세요.",
)
def notes_take_the_place(failure):
    return 0 < count_in(failure.got) < count_in(failure.expected)


@known(
    MEETING,
    id="D13",
    says="들어오는 동안 온 메시지를 두 번 받았거나 받지 못했습니다. room에 넣는 일과 앞의 메시지를 보내는 일 사이에 "
    "다른 메시지가 끼어들었습니다. 두 일과 메시지를 보내는 일을 같은 잠금(lock) 안에서 해 주세요.",
)
def something_came_between(failure):
    return (failure.expected or "").endswith(": 한 번")


def count_in(text):
    """The number of messages that a value tells, or 0."""
    found = re.search(r"메시지 (\d+)개", text or "")
    return int(found[1]) if found else 0
