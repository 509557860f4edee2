import os

from flask import Flask, request
from werkzeug.serving import run_simple

app = Flask(__name__)


@app.get("/whoami")
def whoami():
    return {"address": request.remote_addr, "agent": request.headers.get("User-Agent")}


if __name__ == "__main__":
    run_simple("0.0.0.0", os.environ.get("PORT", 5000), app)
