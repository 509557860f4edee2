from flask import Flask, abort, request
from markupsafe import escape

app = Flask(__name__)

users = {}


def get_user(name):
    return users.get(name)


def make_user(name):
    users[name] = {"name": name}
    return users[name]


@app.get("/hello")
def hello():
    return "Hello"


@app.get("/user")
def user():
    user_name = request.args.get("userName")
    if not user_name:
        abort(400)
    user = get_user(user_name)
    if user is None:
        abort(404)
    return user


@app.post("/user")
def user():
    user_name = request.args.get("userName")
    if not user_name:
        abort(400)
    if get_user(user_name) is not None:
        abort(409)
    return make_user(user_name), 201


@app.put("/user")
def rename_user():
    user_name = request.args.get("userName")
    new_name = request.args.get("newName")
    if not user_name or not new_name:
        abort(400)
    if get_user(user_name) is None:
        abort(404)
    if get_user(new_name) is not None:
        abort(409)
    del users[user_name]
    return make_user(new_name)


@app.delete("/user")
def remove_user():
    user_name = request.args.get("userName")
    if not user_name:
        abort(400)
    if get_user(user_name) is None:
        abort(404)
    del users[user_name]
    return "", 204


@app.get("/greet")
def greet():
    user_name = request.args.get("userName") or "손님"
    return f"Hello {escape(user_name)}"


if __name__ == "__main__":
    app.run(debug=True)
