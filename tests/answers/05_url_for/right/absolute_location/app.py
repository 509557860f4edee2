from flask import Flask, redirect, url_for
from markupsafe import escape

app = Flask(__name__)


@app.route("/")
def index():
    return "<!doctype html><title>club</title><p>index</p>"


@app.route("/login")
def login():
    return "<!doctype html><title>club</title><h1>login</h1><form><input name=id></form>"


@app.route("/user/<username>")
def profile(username):
    return f"<!doctype html><title>club</title><p><b>{escape(username)}</b>&#39;s profile</p>"


@app.route("/links")
def links():
    return {
        "index": url_for("index"),
        "login": url_for("login"),
        "login_next": url_for("login", next="/"),
        "profile": url_for("profile", username="John Doe"),
    }


@app.route("/go/<username>")
def go(username):
    return redirect(url_for("profile", username=username, _external=True), 302)


@app.route("/logo")
def logo():
    return {"url": url_for("static", filename="logo.svg")}


if __name__ == "__main__":
    app.run(debug=True)
