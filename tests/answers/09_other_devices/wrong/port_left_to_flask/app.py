import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/whoami")
def whoami():
    return {"address": request.remote_addr, "agent": request.headers.get("User-Agent")}


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=os.environ.get("PORT", 5000))
