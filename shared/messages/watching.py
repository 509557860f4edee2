"""What the learner's loop says."""

from __future__ import annotations


def judgement_broke(detail: str) -> str:
    """A fault of ours while judging."""
    return (
        "검사하다가 워크북에 문제가 생겼습니다. 여러분의 코드 때문이 아닙니다. "
        f"아래 내용을 선생님께 보여 주세요.\n{detail}"
    )


def cannot_watch(reason: str) -> str:
    """Saves cannot be noticed."""
    return f"저장을 알아챌 수 없습니다 ({reason}). 저장한 뒤에는 r 키를 눌러 검사하세요."
