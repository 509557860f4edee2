"""Words that stand in names of files and folders without telling whose they are, and Korean surnames."""

from __future__ import annotations

_ENGLISH = """
submission submissions export exports download downloads attempt late final file files onlinetext zip folder new copy of
my answer answers homework hw assignment assignments lesson lessons class classes student students project projects
workbook notebook notebooks main master web flask python src code all
"""

_KOREAN = """
모두 최종 최종본 수정 수정본 제출 제출물 제출용 제출함 제출자료 과제 과제물 숙제 실습 레슨 파일 폴더 새 답 답안
답안지 정답 결과 결과물 웹서버 서버 동아리 전체 전체자료 모음 학급 학생 학번 이름 반 번 학년 수행 수행평가
평가 연습 완성 완성본 강의 주간 오전 오후 자료 자료실 사본 원본 진짜 마지막 선생님 우리반 반별 이번 지난 정리
정리본 연습장 최신 최신본 안내 공지 노트북 노트 공책
"""

GENERIC = frozenset((_ENGLISH + _KOREAN).split())

SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석"
    "선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉사부"
)
"""First syllables of Korean names."""
