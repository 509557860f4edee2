"""What `prove` says."""

from __future__ import annotations

HELP = "검사가 맞는 답을 받아들이고 틀린 답을 가려내는지 증명합니다."
LESSON_HELP = "번호나 이름: 4, 04, routing. 적지 않으면 모든 레슨"
WRITE_HELP = "결과 표를 README에 적습니다."
SAMPLE_HELP = "변이 가운데 N개에 하나만 판정합니다."
PROGRESS = "{lesson}"

REJECTED = "  받아들이지 않은 맞는 답: {name}"
ACCEPTED = "  제대로 가려내지 못한 틀린 답: {name}"
SURVIVED = "  살아남은 변이: {file} {line}행"
STALE = "  이제 없는 변이의 표시: {file}: {before} -> {after}"
HOLDS, FAILS = "증명됨", "증명하지 못함"
SUMMARY = "레슨 {count}개 가운데 {proven}개를 증명했습니다."

HEAD = (
    "| 레슨 | 맞는 답 | 받아들임 | 틀린 답 | 가려냄 | 변이 | 잡음 | 설명함 |",
    "|---|---|---|---|---|---|---|---|",
)


def line(lesson: str, right: str, wrong: str, killed: str, explained: int, holds: bool) -> str:
    """One lesson in a line."""
    state = HOLDS if holds else FAILS
    more = f", 설명한 것 {explained}개" if explained else ""
    return f"{lesson}: 맞는 답 {right}, 틀린 답 {wrong}, 변이 {killed}{more}. {state}"
