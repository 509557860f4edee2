from pathlib import Path

from flask import Flask, abort, request
from markupsafe import escape
from werkzeug.utils import secure_filename

app = Flask(__name__)
app.debug = True
app.config["MAX_CONTENT_LENGTH"] = 1024 * 1024
folder = Path(__file__).parent / "uploads"


@app.post("/hi")
def say_hi():
    name = request.form["name"]
    return f"Hello {escape(name)}"


@app.post("/api/hi")
def api_hi():
    data = request.get_json()
    if not isinstance(data, dict):
        abort(400)
    if "name" not in data:
        abort(400)
    return {"message": "Hello " + str(data["name"])}


@app.post("/upload")
def upload():
    photo = request.files["photo"]
    name = secure_filename(photo.filename)
    if name == "":
        abort(400)
    folder.mkdir(exist_ok=True)
    path = folder / name
    photo.save(path)
    return {"filename": name, "size": path.stat().st_size}, 201


if __name__ == "__main__":
    app.run(debug=True)
