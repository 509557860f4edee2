"""Pages that name each other by endpoint, so that every address follows when the app moves."""

from flask import Flask, redirect, url_for
from markupsafe import escape
from werkzeug.wrappers import Response

app = Flask(__name__)


@app.route("/")
def index() -> str:
    """Show the front page."""
    return "index"


@app.route("/login")
def login() -> str:
    """Show where members log in."""
    return "login"


@app.route("/user/<username>")
def profile(username: str) -> str:
    """Show whose profile this is."""
    return f"{escape(username)}'s profile"


@app.route("/links")
def links() -> dict[str, str]:
    """Answer with the addresses of the other pages."""
    return {
        "index": url_for("index"),
        "login": url_for("login"),
        "login_next": url_for("login", next="/"),
        "profile": url_for("profile", username="John Doe"),
    }


@app.route("/go/<username>")
def go(username: str) -> Response:
    """Send the visitor on to a member's profile."""
    return redirect(url_for("profile", username=username))


@app.route("/logo")
def logo() -> dict[str, str]:
    """Answer with the address of the club's logo."""
    return {"url": url_for("static", filename="logo.svg")}


if __name__ == "__main__":
    app.run(debug=True)
