"""What a report in a browser says beyond the words of the one on a screen."""

from __future__ import annotations

from shared.messages.socketio import moment as moment_in_words
from shared.verdict import Moment

WHOLE = "전체 보기: {lines}줄, {characters}자"
SAME_LINES = "같은 줄 {count}개"
MORE_LINES = "줄 {count}개가 더 있습니다. 아래의 전체에서 볼 수 있습니다."
MISSING_LINE = "없는 줄"
EXTRA_LINE = "더 나온 줄"
LINE = "줄"
ROW_NOTE = "다른 점"
EXCHANGE = "주고받은 그대로"
REQUEST = "보낸 요청(request)"
RESPONSE = "받은 응답(response)"
TIMELINE = "주고받은 순서"
TIMELINE_IN_WORDS = "글로 보기: 왼쪽은 초, 가와 나와 다는 검사하는 클라이언트"
TASKS = "과제별 결과"
STEPS = "과제"
IN_WORDS = "아래에 글로도 있습니다."
SERVER = "서버"


def what(moment: Moment) -> str:
    """A moment in words, without from whom and to whom: an arrow tells that."""
    return moment_in_words(moment).partition("  ")[2]
