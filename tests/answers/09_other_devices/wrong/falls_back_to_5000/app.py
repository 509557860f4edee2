import os
import sys

from flask import Flask, request

app = Flask(__name__)


@app.get("/whoami")
def whoami():
    return {"address": request.remote_addr, "agent": request.headers.get("User-Agent")}


def read_port():
    try:
        return int(os.environ["PORT"])
    except (KeyError, ValueError):
        return 5000


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=read_port())
