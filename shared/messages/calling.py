"""What the engine says about calls of the learner's own functions."""

from __future__ import annotations

FUNCTION = "{file} 안의 함수 {name}"
MISSING = "{file}에서 함수를 찾지 못했습니다: {name}. 함수의 이름을 확인하세요."
RAISED = "함수를 부르자 오류가 났습니다: {error}"
STRANGE_TYPE = (
    "함수가 돌려준 값의 종류: {type}. "
    "파이썬의 기본 값(str, int, float, bool, None, list, dict 등)을 return으로 돌려주세요."
)
TOO_LONG = "함수가 돌려준 값({type})이 너무 길어서 읽지 못했습니다."
PRINTED = "함수가 값을 돌려주지 않고 화면에 출력했습니다. print 대신 return을 쓰세요."
AN_END = "함수가 끝나고 값을 돌려줌"
DIED = "함수를 부르자 프로그램이 끝났습니다. sys.exit()나 os._exit()를 부르는 곳이 있는지 보세요."
PROGRAM_GONE = "프로그램이 끝남"
NEVER = "함수가 끝나지 않습니다. 끝나지 않는 반복문이 있는지 보세요."
NEVER_LINE = "함수가 끝나지 않습니다. {line}행을 실행하는 중이었습니다. 이 줄이 끝나는지 보세요."
IN_TIME = "{seconds:g}초 안에 끝남"
NO_END = "끝나지 않음"

SILENT_DID = "연결은 받고 답은 하지 않는 서버에 {call}"
GIVES_UP = "{seconds:g}초 안에 예외(exception)가 나며 끝남"
NO_TIMEOUT = "답하지 않는 서버를 끝없이 기다립니다. requests의 함수를 부를 때 timeout=5 처럼 시간 제한을 주세요."
STILL_WAITING = "계속 기다림"
SILENCE_HIDDEN = "서버가 답하지 않았는데 함수가 값을 돌려주었습니다. 예외를 try/except로 감추지 마세요."
RETURNED = "돌려준 값: {value}"
TIMEOUT_TOO_LONG = "시간 제한이 너무 깁니다. timeout=5 처럼 더 짧게 주세요."
WAITS = "시간 제한 {seconds:g}초"

REQUEST_COUNT = "서버에 온 요청 {count}개"
NO_REQUEST = "서버에 요청이 오지 않았습니다."
ONE_REQUEST = "서버에 요청 1개"
EXPECTED_REQUEST = "{method} {path}"
HEADER = "{name}: {value}"
NO_HEADER = "{name}: (없음)"
JSON_BODY = "JSON 본문 {value}"
BODY = "본문 {body} (Content-Type: {type})"
