from flask import Flask, abort, request

app = Flask(__name__)
users = {}


def get_user(user_name: str | None):
    return users.get(user_name)


def make_user(user_name: str | None):
    users[user_name] = {"name": user_name}


@app.route("/hello", methods=["GET"])
def hello():
    if request.method == "GET":
        return "Hello"


@app.route("/user", methods=["GET", "POST"])
def user():
    try:
        user_name = request.args.get("userName")
    except KeyError:
        abort(400)
    if request.method == "GET":
        found = get_user(user_name)
        if found is None:
            abort(400)
        return found
    if request.method == "POST":
        if get_user(user_name) is not None:
            abort(400)
        make_user(user_name)


if __name__ == "__main__":
    app.run(debug=True)
