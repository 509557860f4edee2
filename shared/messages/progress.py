"""What is said about the learner's own history: keeping it, going back in it, looking at it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

PROGRAM = "python workbook.py"

RESET = "레슨의 파일을 처음 받은 시작 파일로 되돌립니다. 지금의 파일은 먼저 기록에 보관합니다."
UNDO = "레슨의 파일을 바로 앞 상태로 되돌립니다. 지금의 파일은 먼저 기록에 보관합니다."
HISTORY = "레슨의 파일을 검사한 기록을 보여 줍니다."
DIFF = "지금 파일이 마지막으로 모두 통과한 때와 어디가 다른지 보여 줍니다."
SOLUTION = "레슨의 모범 답안을 보여 줍니다. 레슨을 통과한 뒤에 볼 수 있습니다."

LESSON = "번호나 이름: 4, 04, routing"
REDO = "되돌린 것을 다시 살립니다."
UNDO_TO = "기록의 이 번호로 갑니다."
ALL = "기록을 모두 보여 줍니다."
DIFF_TO = "기록의 이 번호와 비교합니다."
DIFF_SOLUTION = "모범 답안과 비교합니다."
ANYWAY = "통과하지 않았어도 보여 줍니다."

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


RESET_DONE = "시작 파일로 되돌렸습니다."
MOVED = "바꾼 파일"
REMOVED = "치운 파일"
TAKE_BACK = "지금 한 일을 취소하려면"
FURTHER = "더 앞의 상태로 가려면"
REDO_IT = "되돌린 것을 다시 살리려면"
GO_THERE = "다른 상태로 가려면"
COMPARE = "지금과 비교하려면"

HERE = "지금"
STARTER = "시작 파일"
KEPT = "검사하지 않은 상태"
WAS_RESET = "시작 파일로 되돌림"
UNJUDGED = "판정 못 함"
NO_HISTORY = "이 레슨의 기록이 아직 없습니다. 레슨을 검사하면 기록이 생깁니다."

SAME = "다른 곳이 없습니다."
NOT_TEXT = "글이 아닌 파일이라서 내용은 보여 주지 않습니다."
WITH_PASSING = "마지막으로 모두 통과한 상태와 지금 파일을 비교합니다."
WITH_SOLUTION = "모범 답안과 지금 파일을 비교합니다."
LEGEND = "- 비교하는 상태에만 있는 줄, + 지금 파일에만 있는 줄"
NEVER_PASSED = (
    "이 레슨을 모두 통과한 적이 아직 없습니다. 기록의 한 번호와 비교하려면 --to 번호를, "
    "모범 답안과 비교하려면 --solution --anyway를 붙여 주세요."
)
NOT_YET = "이 레슨을 아직 통과하지 않았습니다. 힌트를 먼저 보세요. 그래도 모범 답안을 보려면 --anyway를 붙여 주세요."
NO_SOLUTION = "이 레슨의 모범 답안을 찾지 못했습니다. 파일을 모두 받았는지 확인해 주세요."


def stayed(reason: str) -> str:
    """What is there could not be kept, so nothing takes its place."""
    return f"지금 파일을 먼저 보관해야 하지만 보관하지 못해서, 아무것도 바꾸지 않았습니다. {reason}"


def cannot_write(reason: str) -> str:
    """A file of the lesson could not be written."""
    return f"레슨의 파일을 쓰지 못했습니다 ({reason}). 파일을 연 프로그램을 닫고 다시 실행해 주세요."


def command(verb: str, number: str, more: str = "") -> str:
    """A command to be typed."""
    return f"{PROGRAM} {verb} {number}{more and ' '}{more}"


def undone(number: int) -> str:
    """The files were brought to this moment of the history."""
    return f"되돌렸습니다. 지금 상태: 기록 {number}번"


def points(passed: int, possible: int) -> str:
    """The result of a check, in short."""
    return f"{possible}개 중 {passed}개 통과"


def day_and_time(at: datetime) -> str:
    """When something was noted; the year is left out where it is this one's."""
    text = f"{at.month:2}월 {at.day:2}일 {at:%H:%M:%S}"
    return text if at.year == datetime.now().year else f"{at.year}년 {text}"


def earlier(count: int) -> str:
    """Lines of the history that are not shown."""
    return f"앞의 {count}개를 모두 보려면 --all을 붙여 주세요."


def with_moment(number: int) -> str:
    """The state that is compared with."""
    return f"기록 {number}번과 지금 파일을 비교합니다."


def from_line(line: int) -> str:
    """Stands above a piece of a file."""
    return f"  ({line}행부터)"


def files(names: Sequence[str]) -> str:
    """Names of files."""
    return ", ".join(names)
