"""09. 여러 기기에서 접속"""

import os
import sys

from flask import Flask, request

app = Flask(__name__)


@app.get("/whoami")
def whoami():
    """요청한 기기의 주소와 프로그램을 JSON으로 답합니다."""
    return {"address": request.remote_addr, "agent": request.headers.get("User-Agent")}


def read_port() -> int:
    """환경 변수 PORT에 적힌 포트. 쓸 수 없는 값이면 까닭을 말하고 프로그램을 끝냅니다."""
    text = os.environ.get("PORT", "5000")
    try:
        port = int(text)
    except ValueError:
        sys.exit(f"PORT에는 수를 적습니다. 지금 값: {text}")
    if not 1 <= port <= 65535:
        sys.exit(f"PORT에는 1부터 65535까지의 수를 적습니다. 지금 값: {text}")
    return port


if __name__ == "__main__":
    # 모든 주소에 열기 때문에 디버그는 FLASK_DEBUG가 있어도 켜지 않습니다.
    app.run(host="0.0.0.0", port=read_port(), debug=False)
