"""What the study page says."""

from __future__ import annotations

from collections.abc import Sequence

from shared.messages import report
from shared.verdict import Status, Verdict

SITE = "웹 서버 워크북"
LESSONS = "레슨"
TO_TEXT, TO_TASKS = "글로 건너뛰기", "과제로 건너뛰기"
GO_ON = "이어서 하기"
ALL_FINISHED = "모든 레슨을 마쳤습니다."
FINISHED, STARTED, UNSEEN = "마침", "하는 중", "검사 전"
BEFORE, AFTER = "앞 레슨", "다음 레슨"

TASKS = "과제"
NOT_JUDGED = "아직 검사하지 않았습니다. 파일을 고치고 저장하면 바로 검사합니다."
JUDGE = "다시 검사"
OPEN_FOLDER = "VS Code로 열기"
OPEN_FILE = "VS Code로 열기: {file}"
NOTEBOOK = "노트북으로 열려면 터미널에서: python workbook.py notebook {number}"
COMPARE = "모범 답안과 비교하기"
HINT, MORE_HINT = "힌트 보기", "힌트 하나 더 보기"
RUNG = "힌트 {number}"
GOING_BACK = "되돌리기와 처음부터"
UNDO, RESET = "앞의 상태로 되돌리기", "처음부터 다시 하기"
GOING_BACK_HELP = "지금 파일은 따로 보관됩니다. 되돌리기로 언제든 다시 꺼낼 수 있습니다."
COPY, COPIED = "복사", "복사했습니다."
JUDGING = "검사하는 중입니다."
JUDGING_ON = "다른 과제는 모두 검사했고, 지금은 브라우저로 보고 있습니다."
LOST = "워크북과 연결이 끊겼습니다. 터미널에서 python workbook.py가 실행되고 있는지 보세요."
SAVE_HINT = "저장하면 바로 검사합니다."
OUTPUT = "출력: {file}"
READ_TASK = "과제 글 읽기"
KEYS = "단축키"
KEYS_HELP = "글자 키를 다음 키와 함께 누릅니다. Chrome과 Edge: Alt, Firefox: Alt와 Shift, macOS: Control과 Option."
KEYS_OF_LESSON = (("R", JUDGE), ("T", TO_TASKS), ("G", TO_TEXT), ("L", f"{LESSONS} 목록"))

SOLUTION_TITLE = "모범 답안과 비교"
MINE, SOLUTION = "내 파일", "모범 답안"
SAME = "모범 답안과 같습니다."
WHOLE = "모범 답안 전체"
OTHER_WAYS = "모범 답안과 달라도 모두 통과했으면 맞는 답입니다. 어떤 점이 다른지 살펴보세요."

NO_LESSON = "그런 레슨은 없습니다."
REFUSED = "이 요청은 할 수 없습니다."
REFUSALS = {
    401: "터미널에 나온 주소로 다시 열어 주세요. 주소의 token까지 모두 있어야 합니다.",
    403: "이 페이지는 워크북을 켠 컴퓨터에서만 열 수 있습니다. 터미널에 나온 주소로 열어 주세요.",
    404: "그런 페이지는 없습니다.",
    409: "모든 과제를 통과하면 모범 답안을 볼 수 있습니다.",
}
TITLE_REFUSED = "열 수 없습니다"
HOME = "레슨 목록으로"


def state(finished: bool, seen: bool) -> str:
    """How far a lesson is, in a word."""
    return FINISHED if finished else STARTED if seen else UNSEEN


def count(passed: int, total: int) -> str:
    """Tasks that have passed."""
    return f"과제 {total}개 중 {passed}개 통과"


def overview(finished: int, total: int) -> str:
    """Lessons that are finished."""
    return f"레슨 {total}개 중 {finished}개를 마쳤습니다."


def said(verdict: Verdict, changes: Sequence[tuple[int, Status]]) -> str:
    """What a screen reader says after a judgement: tasks with a new status, and how many have passed."""
    found = [f"과제 {task}: {report.STATUS[status]}" for task, status in changes]
    return ". ".join([*found, report.summary(verdict)])
