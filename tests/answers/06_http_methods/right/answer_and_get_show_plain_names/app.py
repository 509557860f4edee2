from flask import Flask, Response, abort, jsonify, request
from markupsafe import escape

app = Flask(__name__)
users = {"김하늘": "김하늘", "이바다": "이바다"}


@app.route("/hello", methods=["GET"], endpoint="hello")
def hello():
    return Response("Hello", mimetype="text/plain")


def name_of(key):
    name = request.values.get(key)
    if name is None or len(name) == 0:
        return abort(400)
    return name


@app.route("/user", methods=["GET"])
def read():
    name = name_of("userName")
    try:
        return jsonify({"name": users[name]})
    except KeyError:
        return "no such user", 404


@app.route("/user", methods=["POST"])
def create():
    name = name_of("userName")
    if users.setdefault(name, None) is not None:
        return "taken", 409
    users[name] = name
    return jsonify({"name": name}), "201 CREATED"


@app.route("/user", methods=["PUT"])
def update():
    old, new = name_of("userName"), name_of("newName")
    if old not in users:
        return "no such user", 404
    if new in users:
        return "taken", 409
    users[new] = new
    users.pop(old)
    return jsonify({"name": users[new]})


@app.route("/user", methods=["DELETE"])
def delete():
    try:
        users.pop(name_of("userName"))
    except KeyError:
        return "no such user", 404
    return Response(status=204)


@app.route("/greet")
def greet():
    return "Hello {}".format(escape(request.args.get("userName") or "손님"))


if __name__ == "__main__":
    app.run(debug=True)
