import re
from pathlib import Path

from flask import Flask, Response, abort, request

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 1_048_576
BASE = Path("uploads")


@app.post("/hi")
def hi():
    name = request.form.get("name", "")
    if not name:
        abort(400)
    return Response(f"Hello {name}", mimetype="text/plain")


@app.post("/api/hi")
def api_hi():
    data = request.get_json()
    name = data.get("name") if isinstance(data, dict) else None
    if not isinstance(name, str) or not name.strip():
        abort(400)
    return {"message": f"Hello {name}"}


@app.post("/upload")
def upload():
    photo = request.files["photo"]
    name = re.split(r"[/\\:]", photo.filename)[-1].strip(". ")
    if not name:
        abort(400)
    BASE.mkdir(exist_ok=True, parents=True)
    photo.save(str(BASE / name))
    photo.stream.seek(0, 2)
    return {"filename": name, "size": photo.stream.tell()}, 201
