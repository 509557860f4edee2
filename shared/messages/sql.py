"""What the engine says about SQL and database files."""

from __future__ import annotations

NO_DATABASE = "데이터베이스 파일을 찾지 못했습니다: {file}. app.py와 같은 폴더에 만들어야 합니다."
BROKEN_DATABASE = "데이터베이스 파일을 읽지 못했습니다: {file} ({error})"
NO_ANSWER = (
    "데이터베이스가 {seconds:g}초 안에 답하지 않았습니다. 닫지 않은 연결이나 끝내지 않은 트랜잭션이 있는지 보세요."
)
REFUSED = "여기에서는 쓸 수 없는 문장입니다: {what}"
TOO_SLOW = "{seconds:g}초 안에 끝나지 않는 문장입니다."
TOO_LARGE = "메모리를 너무 많이 쓰는 문장입니다."
NOT_COUNTED = "서버 프로그램이 답하지 않아서 연결의 수를 세지 못했습니다."
NOT_AGAIN = "서버를 다시 시작했지만 켜지지 않았습니다."
