"""What a check script says about its own command line."""

from __future__ import annotations

import re

USAGE = "사용법: "
GROUP_PATH = "인자"
GROUP_OPTIONS = "선택"
DESCRIPTION = (
    "한 레슨의 제출물을 실제 서버로 실행해서 과제마다 판정합니다. "
    "끝 코드(exit code): 0 모두 통과, 1 실패 있음, 2 판정 못 함."
)
PATH = "제출물: 폴더, 파일 하나, 또는 zip. 쓰지 않으면 여러분의 레슨 폴더"
JSON = "판정을 JSON으로 FILE에 씁니다. - 를 쓰면 화면에 JSON만 나옵니다"
JUNIT = "판정을 JUnit XML로 FILE에 씁니다. - 를 쓰면 화면에 나옵니다"
HTML = "판정을 웹 브라우저에서 볼 수 있는 HTML 파일 하나로 FILE에 씁니다. - 를 쓰면 화면에 나옵니다"
SEED = "같은 값으로 다시 검사할 때 쓰는 수"
PLAIN = "색 없이 보여 줍니다"
WALLS = "bubblewrap으로 격리해서 실행합니다 (--no-walls: 격리하지 않음)"
STEP = "과제 하나에 쓰는 시간 제한(초). 기본값 5"
SUBMISSION = "제출물 하나에 쓰는 시간 제한(초). 기본값 20"
HELP = "이 도움말을 보여 주고 끝냅니다"
SECONDS_RANGE = "뒤에는 0보다 크고 3600 이하인 수를 쓰세요"

SEED_NUMBER = "뒤에는 정수를 쓰세요"

BAD_ARGUMENTS = "명령을 알아볼 수 없습니다{message}.\n쓰는 법을 보려면 {program} --help 를 실행하세요.\n"
INTERRUPTED = "검사를 중단했습니다. 판정은 없습니다.\n"
CANNOT_WRITE = "파일에 쓸 수 없습니다: {path} ({reason}). 다른 위치를 골라 다시 실행하세요.\n"

_ARGPARSE = (
    (r"unrecognized arguments: (.*)", "모르는 인자 {0}"),
    (r"argument (\S+): expected one argument", "{0} 뒤에 값이 없습니다"),
    (r"argument (\S+): ignored explicit argument (.*)", "{0} 뒤에는 값을 쓰지 않습니다 ({1})"),
    (r"argument (\S+): ([^a-zA-Z]+)", "{0} {1}"),
)


def bad_argument(said: str) -> str:
    """What Python's argument parser said, in Korean; empty where it said something unknown."""
    for pattern, sentence in _ARGPARSE:
        if found := re.fullmatch(pattern, said, re.DOTALL):
            return sentence.format(*found.groups())
    return ""
