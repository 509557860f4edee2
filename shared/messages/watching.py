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


NO_BROWSER = "명령을 적지 않았을 때, 브라우저를 열지 않습니다."
PAGE = "공부하는 페이지"
SAVE = "레슨의 파일을 고치고 저장하면 바로 검사합니다."
CHANGED = "지난번과 달라진 것"
TITLE = "웹 서버 워크북"
SAVED = "저장됨"
ASKED = "다시 검사"
TROUBLE = "알림"
HINT = "힌트"
NEXT = "다음"
LIST = "목록"
UNDO = "되돌리기"
REDO = "z를 한 번 더 누르면 더 앞의 상태로 가고, y를 누르면 되돌린 것을 다시 살립니다."
LAST_HINT = "마지막 힌트입니다. h를 한 번 더 누르면 첫 힌트부터 다시 보여 줍니다."
MORE_HINTS = "다음 힌트를 보려면 h를 한 번 더 누르세요."
NOTHING_TO_HINT = "이 레슨의 과제를 모두 통과했습니다. 다음 레슨으로 가려면 n을 누르세요."
ONLY_THIS = "남은 레슨은 이 레슨뿐입니다."

_KEYS = (("h", "힌트"), ("n", "다음"), ("l", "목록"), ("r", "다시 검사"), ("z", "되돌리기"), ("q", "끝내기"))


def keys(width: int) -> str:
    """The keys, in one line of at most `width` columns: with fewer words where the screen is narrow."""
    for between, first in (("   ", " "), ("  ", " "), (" ", "")):
        line = between.join(f"{key}{first}{meaning}" for key, meaning in _KEYS)
        if len(line.encode("cp949")) <= width:  # a Hangul syllable takes two columns, and two bytes there
            return line
    return " ".join(key for key, _ in _KEYS)


def judging(slug: str) -> str:
    """Stands in place of the keys while a judgement takes its time."""
    return f"검사하는 중: {slug}"


def judging_on(slug: str) -> str:
    """The same, when most tasks are judged already."""
    return f"브라우저로 보는 중: {slug}"


def no_page(reason: str) -> str:
    """The study page cannot be served."""
    return f"공부하는 페이지를 열지 못했습니다 ({reason}). 터미널에서는 그대로 할 수 있습니다."


def task(number: int) -> str:
    """A task, in short."""
    return f"과제 {number}"


def passed(command: str) -> str:
    """What can be done once a lesson has passed."""
    return f"다음 레슨을 보려면 n을 누르세요. 모범 답안과 비교하려면 다른 터미널에서: {command}"
