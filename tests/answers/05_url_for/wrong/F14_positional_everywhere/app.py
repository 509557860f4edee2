from flask import Flask, redirect, url_for
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
    return {
        "index": url_for("index"),
        "login": url_for("login"),
        "login_next": url_for("login", "next=/"),
        "profile": url_for("profile", username="John Doe"),
    }


@app.route("/go/<username>")
def go(username):
    return redirect(url_for("profile", username))


@app.route("/logo")
def logo():
    return {"url": url_for("static", "logo.svg")}


if __name__ == "__main__":
    app.run(debug=True)
