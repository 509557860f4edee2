from flask import Flask, url_for
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
    return f"{escape(username)}\s profile"


with app.test_request_context():
    for address in (url_for("index"), url_for("login"), url_for("login", next="/")):
        print(address)
    print(url_for("profile", username="John Doe"))
