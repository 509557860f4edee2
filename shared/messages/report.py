"""What a report says around the facts of a verdict."""

from __future__ import annotations

import unicodedata

from shared.messages.checking import SKIPPED_NOT_YET
from shared.verdict import Frame, StepResult, Verdict, Where

STATUS = {"pass": "통과", "fail": "실패", "skipped": "건너뜀", "unjudged": "판정 못 함"}

DID = "한 일"
EXPECTED = "기대한 것"
GOT = "받은 것"
STATUS_LINE = "응답 상태"
BODY = "응답 본문"
TIMELINE = "주고받은 순서 (왼쪽은 초, 가와 나와 다는 검사하는 클라이언트)"
WHERE = "내 파일"
ERROR = "파이썬 오류"
MEANING = "오류 설명"
TRY_CURL = "직접 해 보기: 서버를 켠 뒤 터미널에 붙여 넣으세요"
TRY_PYTHON = "직접 해 보기: 파이썬에서"
REREAD = "다시 읽기"
REASON = "이유"
CAUSE = "원인"
OUTPUT = "프로그램이 출력한 글"

EMPTY = "(비어 있음)"
NO_RESPONSE = "응답이 오지 않았습니다."
SKIPPED_BY_DEFAULT = "앞의 과제를 먼저 통과해야 검사할 수 있습니다."
NOTHING_JUDGED = "검사한 과제가 없습니다. 작성한 코드의 잘못이 아닙니다."
UNKNOWN_CAUSE = "원인을 알 수 없습니다."
CHECK_AGAIN = "원인을 읽고 다시 검사하세요. 같은 일이 또 생기면 이 화면을 선생님께 보여 주세요."
WAIT = "잠시 기다리세요. 남은 과제의 결과가 곧 나옵니다."
SEE_REASONS = "건너뛴 과제의 이유를 보고 고친 뒤 다시 검사하세요."
NOT_COUNTED = "이 컴퓨터에서는 검사할 수 없는 과제라서 점수에 넣지 않습니다."


def task(step: StepResult) -> str:
    """A task by its number and what it asks for."""
    return f"과제 {step.task}. {step.title}"


def place(where: Where) -> str:
    """A place in the learner's files."""
    return where.file if where.line is None else f"{where.file} {where.line}행"


def frame(frame: Frame) -> str:
    """A line of a traceback."""
    inside = "" if frame.function in ("", "<module>") else f" ({frame.function})"
    code = f": {frame.code}" if frame.code else ""
    return f"{frame.file} {frame.line}행{inside}{code}"


def differs(index: int, expected: str | None, got: str | None) -> str:
    """The first difference of two lines, in words; on a second line, what cannot be seen there."""
    place = f"{index + 1}번째 글자부터 다릅니다."
    if _is_seen(expected) and _is_seen(got):
        return place
    return f"{place}\n기대한 글자: {_character(expected)}, 받은 글자: {_character(got)}"


def line_differs(line: int) -> str:
    """The first difference of two texts of several lines."""
    return f"{line}번째 줄부터 다릅니다."


def folded(lines: int, characters: int) -> str:
    """Stands under the beginning of a long value; the path follows on a line of its own."""
    return f"(여기까지는 앞부분입니다. 전체 {lines}줄, {characters}자는 이 파일에 있습니다.)"


def output_folded(shown: int, lines: int, in_file: bool) -> str:
    """Stands above the end of a long output; the path, if any, follows on a line of its own."""
    where = "전체는 이 파일에 있습니다." if in_file else "전체를 보려면 --json 파일이름을 붙여 검사하세요."
    return f"모두 {lines}줄 가운데 마지막 {shown}줄입니다. {where}"


def summary(verdict: Verdict) -> str:
    """How many tasks are done, and what became of the others."""
    if not verdict.steps:
        return NOTHING_JUDGED
    words = [f"{verdict.possible}개 중 {verdict.earned}개 통과"]
    for status in ("fail", "skipped", "unjudged"):
        count = sum(step.status == status for step in verdict.steps if step.counted)
        if count:
            words.append(f"{STATUS[status]} {count}개")
    return ", ".join(words)


def next_step(verdict: Verdict, next_lesson: str | None) -> str:
    """The one thing to do now."""
    for status in ("fail", "unjudged"):
        for step in sorted(verdict.steps, key=lambda step: step.task):
            if step.status == status and step.counted:
                where = f" ({place(step.where)})" if step.where is not None else ""
                return "다음 할 일: " + (f"과제 {step.task} 고치기{where}" if status == "fail" else CHECK_AGAIN)
    if any(step.message == SKIPPED_NOT_YET for step in verdict.steps):
        return WAIT
    if verdict.outcome == "pass":
        return f"이 레슨을 마쳤습니다. 다음 레슨: {next_lesson}" if next_lesson else "이 레슨을 마쳤습니다."
    return f"다음 할 일: {SEE_REASONS if verdict.steps else CHECK_AGAIN}"


def same_values(seed: int) -> str:
    """How to see the same failure again."""
    return f"같은 값으로 다시 검사하려면 이것을 붙이세요: --seed {seed}"


def note(text: str) -> str:
    """A fact about the run."""
    return f"알림: {text}"


def _character(character: str | None) -> str:
    names = {None: "없음", " ": "빈칸", "\n": "줄바꿈", "\t": "탭", "\u00a0": "빈칸(U+00A0)"}
    if character in names:
        return names[character]
    assert character is not None
    return character if _is_seen(character) else f"U+{ord(character):04X}"


def _is_seen(character: str | None) -> bool:
    if character is None or character.isspace():
        return False
    return character.isprintable() and not unicodedata.combining(character)


# Tables

NO_TABLE = "(결과 표 없음)"
NO_ROWS = "(행 없음)"
ROW_MISSING = "← 결과에 없음"
ROW_EXTRA = "← 더 나온 행"
ROW_ELSEWHERE = "← 자리가 다름"
FIRST_ROWS = "… (앞의 {count}행만 보여 줍니다)"
