"""자기소개 API: 02에서 요청을 받아 줄 서버입니다. 완성되어 있으니 고치지 않고 실행만 합니다.

이 파일을 읽는 것은 나중 일입니다. 03부터 07까지 배우면 모든 줄을 읽을 수 있습니다.
자기소개는 메모리에만 있습니다. 서버를 끄면 사라집니다.
"""

from secrets import randbelow
from typing import Any

from flask import Flask, abort, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

app = Flask(__name__)
app.json.ensure_ascii = False  # 한글을 \uXXXX로 바꾸지 않고 그대로 보냅니다.
app.json.sort_keys = False  # 키의 차례를 받은 그대로 둡니다.

profiles: dict[int, dict[str, Any]] = {}


def new_id() -> int:
    """아직 쓰지 않은 번호를 하나 고릅니다. 미리 알 수 없는 번호입니다."""
    while (number := 1000 + randbelow(9000)) in profiles:
        pass
    return number


@app.post("/profiles")
def add_profile() -> tuple[dict[str, Any], int, dict[str, str]]:
    """자기소개를 더합니다. 번호는 서버가 정합니다."""
    profile = request.get_json()  # JSON이라고 알리지 않았으면 415, JSON으로 읽을 수 없으면 400
    if not isinstance(profile, dict):
        abort(400, "본문은 JSON 객체여야 합니다.")
    number = new_id()
    profiles[number] = {"id": number, "profile": profile}
    return profiles[number], 201, {"Location": f"/profiles/{number}"}


@app.get("/profiles/<int:number>")
def show_profile(number: int) -> dict[str, Any]:
    """자기소개 하나를 보냅니다."""
    if number not in profiles:
        abort(404, f"번호가 {number}인 자기소개가 없습니다.")
    return profiles[number]


@app.errorhandler(HTTPException)
def refuse(error: HTTPException) -> Response:
    """거절하는 응답도 JSON으로 보냅니다."""
    response = error.get_response()
    response.data = app.json.dumps({"error": error.description})
    response.content_type = "application/json"
    return response


if __name__ == "__main__":
    app.run(port=5000)
