from pathlib import Path

from flask import Flask, abort, render_template_string, request

app = Flask(__name__)
app.config.update(MAX_CONTENT_LENGTH=1024 * 1024)
UPLOADS = (Path(app.root_path) / "uploads").resolve()


@app.post("/hi")
def hi():
    return render_template_string("<h1>Hello {{ name }}</h1>", name=request.values["name"])


@app.post("/api/hi")
def api_hi():
    data = request.get_json()
    try:
        return {"message": f"Hello {data['name']}"}
    except (KeyError, TypeError):
        abort(400, "name is missing")


@app.post("/upload")
def upload():
    photo = request.files["photo"]
    path = (UPLOADS / photo.filename).resolve()
    if path.parent != UPLOADS or "/" in photo.filename or "\\" in photo.filename:
        abort(400, "this name is not allowed")
    UPLOADS.mkdir(exist_ok=True)
    size = 0
    with path.open("wb") as out:
        while chunk := photo.stream.read(64 * 1024):
            size += out.write(chunk)
    return {"size": size, "filename": path.name}, 201
