"""A small routing exercise of four questions, used to compare speed: the answer and its check."""

from __future__ import annotations

from pathlib import Path

from shared.checking import Check
from shared.probes.http import Http

LESSON = Path(__file__).resolve().parents[1] / "checks" / "04_routing.py"

ANSWER = b"""from flask import Flask

app = Flask(__name__)


@app.route("/")
def index():
    return "Hello World!"


@app.route("/hi/<name>")
def hi(name):
    return f"Hello {name}"


@app.route("/cookie/<int:count>")
def cookie(count):
    return f"Here are {count} cookies"
"""

check = Check(LESSON)


@check.task(1)
def index(http: Http) -> None:
    """`/` shows Hello World!"""
    http.get("/").shows("Hello World!")


@check.task(2)
def hi(http: Http) -> None:
    """`/hi/<name>` greets by name."""
    http.get("/hi/Ada").shows("Hello Ada")


@check.task(3)
def cookie(http: Http) -> None:
    """`/cookie/<int:count>` shows the count."""
    http.get("/cookie/3").shows("Here are 3 cookies")


@check.task(4)
def no_word(http: Http) -> None:
    """`/cookie/abc` is 404."""
    http.get("/cookie/abc").has_status(404)
