from os import path

from flask import Flask, abort, request
from flask.views import MethodView
from markupsafe import Markup
from werkzeug.utils import secure_filename

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 2**20
app.config["UPLOAD_FOLDER"] = path.join(app.root_path, "uploads")
IMAGES = {"png", "jpg", "jpeg", "gif"}


class Hi(MethodView):
    def post(self):
        return Markup("Hello {}").format(request.form["name"])


class ApiHi(MethodView):
    def post(self):
        data = request.get_json()
        if not (isinstance(data, dict) and "name" in data):
            abort(400)
        return {"message": f"Hello {data['name']}"}


class Upload(MethodView):
    def post(self):
        from pathlib import Path

        photo = request.files["photo"]
        name = secure_filename(photo.filename)
        if name.rpartition(".")[2].lower() not in IMAGES:
            abort(400)
        folder = Path(app.config["UPLOAD_FOLDER"])
        folder.mkdir(exist_ok=True)
        photo.save(folder / name)
        return {"filename": name, "size": (folder / name).stat().st_size, "url": f"/photos/{name}"}, 201


app.add_url_rule("/hi", view_func=Hi.as_view("hi"))
app.add_url_rule("/api/hi", view_func=ApiHi.as_view("api_hi"))
app.add_url_rule("/upload", view_func=Upload.as_view("upload"))

if __name__ == "__main__":
    app.run(debug=True)
