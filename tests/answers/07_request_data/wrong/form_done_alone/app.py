from pathlib import Path

from flask import Flask, abort, request
from markupsafe import escape
from werkzeug.utils import secure_filename

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 1024 * 1024
folder = Path(__file__).parent / "uploads"


@app.post("/hi")
def say_hi():
    name = request.form["name"]
    return f"Hello {escape(name)}"
