"""Classes made up for tests: the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from shared.report.classroom import ClassReport, Entry
from shared.verdict import StepResult
from tests.report.verdicts import (
    DIFFERENT,
    FIRST,
    FOURTH,
    KNOWN,
    NOT_COUNTED,
    RAISED,
    SECOND,
    SKIPPED,
    UNJUDGED,
    verdict,
)

LESSONS = {"04_routing": "04. 라우팅과 URL 변수", "05_url_for": "05. url_for", "06_http_methods": "06. HTTP 메서드"}
FAMILY, GIVEN = "김이박최정강", ("하늘", "바다", "새봄", "이슬", "다솜", "보람")
EVIL = "=<script>alert(1)</script>\"'&\x1b[31m\u202e"
NAMES = {3: EVIL, 4: "CON", 5: "con", 7: "하늘"}
"""Names that want to be something else: markup, a formula, a device of Windows."""


def made_up(students: int, lessons: tuple[str, ...] = tuple(LESSONS)) -> ClassReport:
    """A class of so many students who stand at different places."""

    def entries() -> Iterator[Entry]:
        for number in range(students):
            name = NAMES.get(number) or FAMILY[number % 6] + GIVEN[number // 6 % 6]
            for lesson in lessons:
                yield _entry(str(10101 + number), name, lesson, Random(f"{number} {lesson}"))

    return ClassReport("1학년 2반 웹 서버", entries, "2026-11-28T09:30:00+09:00")


def _entry(student_id: str, name: str, lesson: str, random: Random) -> Entry:
    known = student_id, name, lesson, LESSONS[lesson]
    place = random.random()
    if place < 0.08:
        return Entry(*known)
    if place < 0.14:
        return Entry(*known, trouble="zip 파일이 깨져 있어서 열 수 없습니다: hw.zip")
    third: StepResult = random.choice([KNOWN, KNOWN, KNOWN, RAISED, DIFFERENT, UNJUDGED])
    last = random.choice([SKIPPED, NOT_COUNTED])
    steps = [FIRST, SECOND, third, FOURTH, last]
    if place > 0.6:
        steps[2] = replace(third, status="pass")
    if place < 0.35:
        steps[1] = replace(SECOND, status="fail", expected="Hello!", got="404 NOT FOUND")
    if place > 0.7:
        steps[4] = replace(SKIPPED, status="pass")
    return Entry(
        *known,
        verdict=verdict(*steps, output="요청을 받았습니다\n"),
        trouble="파일 이름에 학번이 없어서 폴더 이름으로 찾았습니다." if place > 0.95 else None,
        seed=123,
        judged_at="2026-11-28T09:12:00+09:00",
    )
