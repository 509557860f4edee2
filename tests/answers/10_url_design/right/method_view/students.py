from flask import Blueprint, abort, request, url_for
from flask.views import MethodView

bp = Blueprint("api", __name__, url_prefix="")
BY_ID = {}


def valid(body):
    ok = isinstance(body, dict)
    ok = ok and all(isinstance(body.get(k), int) and body.get(k) is not True and body[k] > 0 for k in ("id", "class"))
    ok = ok and isinstance(body.get("name"), str) and len(body["name"]) > 0
    if not ok:
        abort(400, "id, name, class")
    return {"id": body["id"], "name": body["name"], "class": body["class"]}


def whole(name, default):
    text = request.args.get(name, default)
    if not str(text).isdigit() or int(text) == 0:
        abort(400, name)
    return int(text)


def window(rows):
    page, size = whole("page", 1), whole("size", 20)
    if size > 100:
        abort(400, "size")
    return {"students": list(reversed(rows))[(page - 1) * size : page * size], "total": len(rows)}


class Students(MethodView):
    def get(self):
        rows = list(BY_ID.values())
        if "class" in request.args:
            rows = [row for row in rows if row["class"] == whole("class", 1)]
        return window(rows)

    def post(self):
        body = valid(request.get_json())
        if body["id"] in BY_ID:
            abort(409, "taken")
        BY_ID[body["id"]] = body
        return body, 201, {"Location": url_for("api.one", id=body["id"], _external=True)}


class One(MethodView):
    def get(self, id):
        return BY_ID.get(id) or abort(404)

    def put(self, id):
        self.get(id)
        body = valid(request.get_json())
        if body["id"] != id:
            abort(400, "the id cannot change")
        BY_ID[id] = body
        return {"id": id}

    def delete(self, id):
        if BY_ID.pop(id, None) is None:
            abort(404)
        return "", 204


class OfClass(MethodView):
    def get(self, number):
        return window([row for row in BY_ID.values() if row["class"] == number])


bp.add_url_rule("/students", view_func=Students.as_view("all"))
bp.add_url_rule("/students/<int:id>", view_func=One.as_view("one"))
bp.add_url_rule("/classes/<int:number>/students", view_func=OfClass.as_view("of_class"))
