"""What the reports of a class say, to the teacher and to each student."""

from __future__ import annotations

from shared.messages.report import STATUS, task
from shared.verdict import StepResult

MARK = {"pass": "○", "fail": "✕", "skipped": "–", "unjudged": "?"}
NOT_COUNTED_MARK = "·"
NOT_COUNTED = "점수에 넣지 않음"

STANDS = "지금 어디까지 왔나"
BY_LESSON = "레슨별"
BY_TASK = "과제별 통과율"
MISTAKES = "자주 나온 실수"
STUDENTS = "학생별 결과"
NO_MISTAKES = "실패한 과제가 없습니다."
NOTHING_JUDGED = "아직 판정한 제출물이 없습니다."

STUDENT = "학생"
STUDENT_ID = "학번"
NAME = "이름"
LESSON = "레슨"
TASK = "과제"
POINTS = "통과"
POSSIBLE = "전체"
RATE = "통과율"
COUNT = "학생 수"
WHO = "누구"
RARER = "더 드문 실수 {count}개"
MORE = "외 {count}명"
TOTAL = "합계"
TROUBLE = "문제"
SEED = "seed"
JUDGED_AT = "판정한 때"
MESSAGE = "메시지"
STATUS_HEAD = "판정"
MISTAKE_ID = "실수 번호"

DONE = "모두 통과"
PARTLY = "일부 통과"
NONE_PASSED = "통과 없음"
UNJUDGED = "판정 못 함"
NOT_HANDED_IN = "제출 없음"
GROUPS = {"done": DONE, "partly": PARTLY, "none": NONE_PASSED, "unjudged": UNJUDGED, "absent": NOT_HANDED_IN}

BARS_OF_ONE = "통과한 과제 수마다 학생이 몇 명인지"
BARS_OF_ALL = "통과한 과제의 비율마다 학생이 몇 명인지"
IN_NUMBERS = "수로 보기"
PASSED_TASKS = "통과한 과제"
UNNAMED = "예상과 다른 결과"
TO_CLASS = "학급 전체 보기"
LEGEND = (
    "표시: "
    + ", ".join(f"{MARK[status]} {STATUS[status]}" for status in MARK)
    + (f", {NOT_COUNTED_MARK} {NOT_COUNTED}")
)


def size(students: int, judged: int, made_at: str) -> str:
    """How large the class is, and when the report was made."""
    said = f"학생 {students}명, 판정한 제출물 {judged}개"
    return f"{said}. 만든 때: {moment(made_at)}" if made_at else f"{said}."


def moment(iso: str) -> str:
    """A moment in ISO 8601, to the minute."""
    return iso[:16].replace("T", " ")


def points(earned: int, possible: int) -> str:
    """Tasks passed, of those that count."""
    return f"{earned}/{possible}"


def percent(part: int, whole: int) -> str:
    """A share; nothing of nothing is no share."""
    return f"{100 * part / whole:.0f}%" if whole else "-"


def share(low: int, high: int) -> str:
    """A range of shares."""
    return f"{low}%" if low == high else f"{low}–{high}%"


def people(count: int) -> str:
    """A number of students."""
    return f"{count}명"


def tasks(count: int) -> str:
    """A number of tasks."""
    return f"{count}개"


def student(student_id: str, name: str) -> str:
    """Who it is."""
    return " ".join(part for part in (student_id, name) if part) or "-"


def mark(step: StepResult) -> tuple[str, str]:
    """A sign for one task, and the same in words."""
    return (MARK[step.status], STATUS[step.status]) if step.counted else (NOT_COUNTED_MARK, NOT_COUNTED)


def what_went_wrong(step: StepResult) -> str:
    """The mistake of a failing task, the same words for all who made it."""
    if step.message:
        return step.message
    if step.error is not None:
        return f"{UNNAMED}: {step.error.type}"
    return UNNAMED


def unjudged_test(step: StepResult) -> str:
    """The name of a task that gives and takes no points."""
    return f"{task(step)} ({STATUS['unjudged'] if step.counted else NOT_COUNTED})"
