from flask import Flask, abort, request
from markupsafe import escape

app = Flask(__name__)

users = {}


def get_user(name: str) -> dict | None:
    return users.get(name)


def make_user(name: str) -> dict:
    users[name] = {"name": name}
    return users[name]


@app.route("/hello", methods=["GET"])
def hello():
    if request.method in ("GET", "HEAD"):
        return "Hello"
    return "", 405


@app.route("/user", methods=["GET", "POST", "PUT", "DELETE"])
def user():
    user_name = request.args.get("userName", "")
    if user_name == "":
        abort(400)
    if request.method == "POST":
        if get_user(user_name):
            abort(409)
        make_user(user_name)
        return {"name": user_name}, 201
    if not get_user(user_name):
        abort(404)
    if request.method == "PUT":
        new_name = request.args.get("newName", "")
        if new_name == "":
            abort(400)
        if get_user(new_name):
            abort(409)
        users[new_name] = users.pop(user_name)
        users[new_name]["name"] = new_name
        return {"name": new_name}
    elif request.method == "DELETE":
        users.pop(user_name)
        return "", 204
    else:
        return get_user(user_name)


@app.route("/greet")
def greet():
    user_name = request.args.get("userName")
    if not user_name:
        user_name = "손님"
    return "Hello " + escape(user_name)


if __name__ == "__main__":
    app.run(debug=True)
