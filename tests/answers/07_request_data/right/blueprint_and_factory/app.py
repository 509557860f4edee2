from pathlib import Path

from flask import Blueprint, Flask, request
from markupsafe import escape
from werkzeug.exceptions import BadRequest, HTTPException, RequestEntityTooLarge
from werkzeug.utils import secure_filename

bp = Blueprint("hello", __name__)
LIMIT = 1_000_000


@bp.post("/hi")
def hi():
    try:
        return f"Hello {escape(request.form['name'])}"
    except KeyError:
        raise BadRequest("name is missing") from None


@bp.post("/api/hi")
def api_hi():
    match request.get_json():
        case {"name": name}:
            return {"message": f"Hello {name}", "name": name}
        case _:
            raise BadRequest("an object with a name is needed")


@bp.post("/upload")
def upload():
    file = request.files.get("photo")
    if file is None:
        raise BadRequest("photo is missing")
    data = file.read()
    if len(data) > LIMIT:
        raise RequestEntityTooLarge
    name = secure_filename(file.filename or "")
    if not name:
        raise BadRequest("no usable name")
    target = Path(__file__).with_name("uploads") / name
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(data)
    return {"filename": name, "size": len(data)}, 201


def as_json(error):
    return {"error": error.description}, error.code


def create_app():
    app = Flask(__name__)
    app.register_blueprint(bp)
    app.register_error_handler(HTTPException, as_json)
    return app


if __name__ == "__main__":
    create_app().run(debug=True)
