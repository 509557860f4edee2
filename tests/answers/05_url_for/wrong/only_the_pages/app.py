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


if __name__ == "__main__":
    app.run(debug=True)
