import json
from urllib.parse import urlencode

from flask import Flask, Response, url_for
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


def as_json(value):
    return Response(json.dumps(value, ensure_ascii=False), mimetype="application/json")


@app.route("/links")
def links():
    return as_json(
        {
            "index": url_for("index"),
            "login": url_for("login"),
            "login_next": url_for("login") + "?" + urlencode({"next": "/"}),
            "profile": url_for("profile", username="John Doe"),
            "handbook": "https://example.com/handbook",
            "count": 5,
        }
    )


@app.route("/go/<username>")
def go(username):
    return Response(status=302, headers={"Location": url_for("profile", username=username)})


@app.route("/logo")
def logo():
    return as_json({"url": url_for("static", filename="logo.svg"), "kind": "image/svg+xml"})


if __name__ == "__main__":
    app.run(debug=True)
