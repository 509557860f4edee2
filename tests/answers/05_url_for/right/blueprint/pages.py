from flask import Blueprint, redirect, url_for
from markupsafe import escape

pages = Blueprint("pages", __name__)


@pages.get("/")
def index():
    return "index"


@pages.get("/login")
def login():
    return "login"


@pages.get("/user/<username>")
def profile(username):
    return "{}'s profile".format(escape(username))


@pages.get("/links")
def links():
    return {
        "index": url_for(".index"),
        "login": url_for(".login"),
        "login_next": url_for("pages.login", next="/"),
        "profile": url_for("pages.profile", username="John Doe"),
    }


@pages.get("/go/<username>")
def go(username):
    return redirect(url_for(".profile", username=username))


@pages.get("/logo")
def logo():
    return {"url": url_for("static", filename="logo.svg")}
