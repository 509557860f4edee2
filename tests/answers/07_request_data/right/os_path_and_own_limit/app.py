import os

from flask import Flask, abort, jsonify, request
from markupsafe import escape
from werkzeug.utils import secure_filename

app = Flask(__name__)
MAX_BYTES = 1024 * 1024
UPLOAD_DIR = os.path.join(os.path.dirname(os.path.abspath(__file__)), "uploads")


@app.before_request
def refuse_large_bodies():
    if request.content_length is not None and request.content_length > MAX_BYTES:
        abort(413)


@app.route("/hi", methods=["GET", "POST"])
def hi():
    name = request.form.get("name")
    if name is None:
        abort(400)
    return "<p>Hello " + str(escape(name)) + "</p>"


@app.route("/api/hi", methods=["POST"])
def api_hi():
    data = request.json
    if type(data) is not dict or data.get("name") is None:
        return jsonify(error="name is missing"), 400
    return jsonify(message="Hello {}".format(data["name"]))


@app.route("/upload", methods=["POST"])
def upload():
    if "photo" not in request.files:
        return jsonify(error="photo is missing"), 400
    file = request.files["photo"]
    name = secure_filename(file.filename)
    if not name:
        return jsonify(error="no usable name"), 400
    os.makedirs(UPLOAD_DIR, exist_ok=True)
    path = os.path.join(UPLOAD_DIR, name)
    file.save(path)
    return jsonify(filename=name, size=os.path.getsize(path)), 201
