"""What a report in a browser says beyond the words of the one on a screen."""

from __future__ import annotations

from shared.messages.socketio import moment as moment_in_words
from shared.verdict import Moment

WHOLE = "전체 보기: {lines}줄, {characters}자"
SAME_LINES = "같은 줄 {count}개"
MORE_LINES = "줄 {count}개가 더 있습니다. 아래의 전체에서 볼 수 있습니다."
ROW_NOTE = "다른 점"
EXCHANGE = "보낸 요청과 받은 응답 보기"
REQUEST = "보낸 요청 (request)"
REQUEST_BODY = "요청 본문"
RESPONSE = "받은 응답 (response)"
TIMELINE = "주고받은 순서"
TIMELINE_IN_WORDS = "글로 보기"
IN_WORDS = "아래에 글로도 있습니다."
SERVER = "서버"


def what(moment: Moment) -> str:
    """A moment in words, without from whom and to whom: an arrow tells that."""
    return moment_in_words(moment).partition("  ")[2]
