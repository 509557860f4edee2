"""What is said about the learner's own history: keeping it, going back in it, looking at it."""

from __future__ import annotations

NEWER = "더 새로운 워크북이 쓴 기록이 .workbook 폴더에 있어서 그대로 두었습니다. 워크북을 새로 받아 주세요."


def not_kept(reason: str) -> str:
    """The state folder cannot be used."""
    return f"이 결과를 기억하지 못했습니다: .workbook 폴더에 쓸 수 없습니다 ({reason}). 검사는 그대로 할 수 있습니다."


def broken(kept: str) -> str:
    """The file of the history was damaged, and has been renamed."""
    return f"지금까지의 기록이 망가져서 새로 시작합니다. 여러분의 파일은 그대로입니다. 옛 기록: {kept}"


IS_STARTER = "이미 시작 파일과 같습니다. 바꾼 것이 없습니다."
NOTHING_BEFORE = "되돌릴 앞의 상태가 없습니다. 바꾼 것이 없습니다."
NOTHING_AFTER = "다시 갈 뒤의 상태가 없습니다. 바꾼 것이 없습니다."


def no_starter(slug: str) -> str:
    """Nobody has written down what was handed out."""
    return f"이 레슨의 시작 파일을 찾지 못했습니다: {slug}. lessons/starters.json 파일을 다시 받아 주세요."


def no_such_moment(number: int, moments: int) -> str:
    """The history has no such number."""
    if not moments:
        return "이 레슨의 기록이 아직 없습니다. 먼저 검사해 주세요."
    return f"기록에 없는 번호입니다: {number}. 1부터 {moments}까지 적을 수 있습니다."
