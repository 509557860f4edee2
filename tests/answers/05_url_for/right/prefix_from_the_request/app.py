from urllib.parse import quote

from flask import Flask, redirect, request
from markupsafe import escape

app = Flask(__name__)


@app.route("/")
def index():
    return "index"


@app.route("/login")
def login():
    return "login"


@app.route("/user/<username>")
def profile(username):
    return f"{escape(username)}'s profile"


@app.route("/links")
def links():
    here = request.script_root
    return {
        "index": here + "/",
        "login": here + "/login",
        "login_next": here + "/login?next=/",
        "profile": here + "/user/" + quote("John Doe"),
    }


@app.route("/go/<username>")
def go(username):
    return redirect(request.script_root + "/user/" + quote(username))


@app.route("/logo")
def logo():
    return {"url": request.script_root + "/static/logo.svg"}


if __name__ == "__main__":
    app.run(debug=True)
