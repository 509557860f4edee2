import os
import sys

from flask import Flask, request

app = Flask(__name__)


@app.get("/whoami")
def whoami():
    return {"address": request.remote_addr, "agent": request.headers.get("User-Agent")}


def read_port():
    text = os.environ["PORT"]
    try:
        port = int(text)
    except ValueError:
        sys.exit(f"PORT가 수가 아닙니다: {text}")
    if port < 1 or port > 65535:
        sys.exit(f"PORT는 1~65535입니다: {text}")
    return port


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=read_port())
