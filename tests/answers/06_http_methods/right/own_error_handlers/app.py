from flask import Flask, request
from markupsafe import escape
from werkzeug.exceptions import HTTPException

app = Flask(__name__)
app.json.ensure_ascii = False
users = {}


class Refusal(Exception):
    def __init__(self, status, text):
        self.status = status
        self.text = text


@app.errorhandler(Refusal)
def refuse(refusal):
    return {"error": refusal.text}, refusal.status


@app.errorhandler(HTTPException)
def as_json(error):
    return {"error": error.name}, error.code


def query(key):
    value = request.args.get(key, "")
    if not value:
        raise Refusal(400, f"{key} 값이 필요합니다.")
    return value


def existing(name):
    if name not in users:
        raise Refusal(404, f"{name}: 없는 사용자입니다.")
    return users[name]


def free(name):
    if name in users:
        raise Refusal(409, f"{name}: 이미 있는 이름입니다.")
    return name


@app.get("/hello")
def hello():
    return "Hello"


@app.get("/user")
def show_user():
    return existing(query("userName"))


@app.post("/user")
def add_user():
    name = free(query("userName"))
    users[name] = {"name": name}
    return users[name], 201


@app.put("/user")
def rename_user():
    old, new = query("userName"), query("newName")
    user = existing(old)
    free(new)
    users[new] = user | {"name": new}
    del users[old]
    return users[new]


@app.delete("/user")
def remove_user():
    name = query("userName")
    existing(name)
    del users[name]
    return b"", 204


@app.get("/greet")
def greet():
    name = request.args.get("userName", type=str) or "손님"
    return f"Hello {name}", {"Content-Type": "text/plain; charset=utf-8"}


if __name__ == "__main__":
    app.run(debug=True)
