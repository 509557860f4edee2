"""What `new` says to somebody who makes a lesson."""

from __future__ import annotations

from shared.messages.submission import shown

HELP = "새 레슨의 모든 부품을 만듭니다."
SLUG = "새 레슨"
SLUG_HELP = "번호와 영어 이름: 16_cookies"
TITLE_HELP = "글의 제목. 적지 않으면 이름에서 만듭니다."

MADE = "만든 파일"
NEXT = "다음 할 일"


def not_a_slug(slug: str) -> str:
    """The name of a lesson has another shape."""
    return f"레슨의 이름으로 쓸 수 없습니다: {shown(slug)}. 숫자 두 개, 밑줄, 영어 소문자로 적어 주세요. 예: 16_cookies"


def exists(path: str) -> str:
    """Nothing is overwritten."""
    return f"이미 있습니다: {path}. 다른 번호를 골라 주세요. 아무것도 바꾸지 않았습니다."


def next_steps(number: str) -> tuple[str, ...]:
    """The commands that follow, each with what it is for."""
    return (
        "python -m shared.lessons.starters",
        "python workbook.py notebooks build",
        f"python workbook.py verify {number}",
        f"python workbook.py check {number}",
    )
