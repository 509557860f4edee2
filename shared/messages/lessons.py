"""What is said where a lesson cannot be found."""

from __future__ import annotations

from collections.abc import Sequence


def not_found(query: str, slugs: Sequence[str]) -> str:
    """No lesson answers to the query."""
    if not slugs:
        return f"레슨을 찾지 못했습니다: {query}. lessons 폴더에 레슨이 없습니다. 파일을 모두 받았는지 확인해 주세요."
    return f"레슨을 찾지 못했습니다: {query}. 이 중에서 하나를 적어 주세요: {', '.join(slugs)}"


def ambiguous(query: str, slugs: Sequence[str]) -> str:
    """Several lessons answer to the query."""
    return f"여러 레슨이 맞습니다: {query}. 이 중에서 하나를 적어 주세요: {', '.join(slugs)}"
