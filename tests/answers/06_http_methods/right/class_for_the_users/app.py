from flask import Flask, request
from markupsafe import escape

app = Flask(__name__)


class Users:
    def __init__(self):
        self._names = []

    def has(self, name):
        return name in self._names

    def add(self, name):
        self._names.append(name)

    def rename(self, old, new):
        self._names[self._names.index(old)] = new

    def remove(self, name):
        self._names.remove(name)


users = Users()
NO_NAME = {"error": "userName이 필요합니다."}, 400
NOBODY = {"error": "그런 사용자가 없습니다."}, 404
TAKEN = {"error": "이미 있는 이름입니다."}, 409


@app.route("/hello")
def hello():
    return "Hello"


@app.route("/user")
def read_user():
    name = request.args.get("userName")
    if not name:
        return NO_NAME
    if not users.has(name):
        return NOBODY
    return {"name": name}


@app.route("/user", methods=["POST"])
def create_user():
    name = request.args.get("userName")
    if not name:
        return NO_NAME
    if users.has(name):
        return TAKEN
    users.add(name)
    return {"name": name}, 201


@app.route("/user", methods=["PUT", "PATCH"])
def update_user():
    name, new_name = request.args.get("userName"), request.args.get("newName")
    if not (name and new_name):
        return NO_NAME
    if not users.has(name):
        return NOBODY
    if users.has(new_name):
        return TAKEN
    users.rename(name, new_name)
    return {"name": new_name, "before": name}


@app.route("/user", methods=["DELETE"])
def delete_user():
    name = request.args.get("userName")
    if not name:
        return NO_NAME
    if not users.has(name):
        return NOBODY
    users.remove(name)
    return {"deleted": name}, 204


@app.route("/greet")
def greet():
    name = request.args.get("userName", "")
    return f"Hello {escape(name) if name else '손님'}"


if __name__ == "__main__":
    app.run(debug=True)
