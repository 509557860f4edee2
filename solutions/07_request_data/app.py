"""Data that comes with a request: a form, JSON, and a file."""

from pathlib import Path

from flask import Flask, abort, request
from markupsafe import escape
from werkzeug.utils import secure_filename

UPLOADS = Path(__file__).resolve().parent / "uploads"

app = Flask(__name__)
# 1 MiB for the whole body: a file of 1,000,000 bytes still fits in with the lines that a form puts around it
app.config["MAX_CONTENT_LENGTH"] = 1024 * 1024


@app.post("/hi")
def say_hi() -> str:
    """Greet by the name in a form."""
    # request.form["name"] would do while debug is off; with debug on it shows the debugger instead of 400
    name = request.form.get("name")
    if name is None:
        abort(400)
    return f"Hello {escape(name)}"


@app.post("/api/hi")
def say_hi_json() -> dict[str, str]:
    """Greet by the name in a JSON object. Flask refuses other types (415) and broken JSON (400)."""
    data = request.get_json()
    if not isinstance(data, dict) or "name" not in data:
        abort(400)
    return {"message": f"Hello {data['name']}"}


@app.post("/upload")
def upload() -> tuple[dict[str, str | int], int]:
    """Keep an uploaded file under a name that is safe, and tell that name."""
    photo = request.files.get("photo")
    if photo is None:
        abort(400)
    # the sender chooses the name, and may have written "../app.py"
    name = secure_filename(photo.filename or "")
    if not name:
        abort(400)
    UPLOADS.mkdir(exist_ok=True)
    path = UPLOADS / name
    photo.save(path)
    return {"filename": name, "size": path.stat().st_size}, 201


if __name__ == "__main__":
    app.run(debug=True)
