from flask import Blueprint
from markupsafe import escape

values = Blueprint("values", __name__)


@values.route("/hi/<name>")
def say_hi(name):
    return f"Hello {escape(name)}"


@values.route("/cookie/<int:count>")
def count_cookies(count):
    return f"Here are {count} cookies"


@values.route("/half/<float:number>")
def half(number):
    return str(number / 2)


@values.route("/files/<path:name>")
def show_file(name):
    return f"File: {escape(name)}"


@values.route("/ticket/<uuid:code>")
def ticket(code):
    return f"Ticket {code}"
