from flask import Flask, redirect, url_for
from markupsafe import escape

app = Flask(__name__)


@app.route("/login", endpoint="login-page")
@app.route("/", endpoint="front")
def show_page():
    from flask import request

    return "login" if request.endpoint == "login-page" else "index"


@app.route("/user/<username>", endpoint="member")
def show_member(username):
    return escape(username) + "'s profile"


@app.route("/links", endpoint="all-links")
def show_links():
    return {
        "index": url_for("front"),
        "login": url_for("login-page"),
        "login_next": url_for("login-page", next="/"),
        "profile": url_for("member", username="John Doe"),
    }


@app.route("/go/<username>", endpoint="send-on")
def send_on(username):
    return redirect(url_for("member", username=username))


@app.route("/logo", endpoint="drawing")
def show_drawing():
    return {"url": url_for("static", filename="logo.svg")}


if __name__ == "__main__":
    app.run(debug=True)
