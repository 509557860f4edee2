from uuid import UUID

from flask import Flask, abort
from markupsafe import escape

app = Flask(__name__)


def value_or_404(kind, text):
    try:
        return kind(text)
    except ValueError:
        abort(404)


@app.route("/")
def hello_world():
    return "Hello World!"


@app.route("/hello")
def hello():
    return "Hello!"


@app.route("/hi/<name>")
def say_hi(name):
    return f"Hello {escape(name)}"


@app.route("/cookie/<count>")
def count_cookies(count):
    return f"Here are {value_or_404(int, count)} cookies"


@app.route("/half/<number>")
def half(number):
    return str(value_or_404(float, number) / 2)


@app.route("/files/<path:name>")
def show_file(name):
    return f"File: {escape(name)}"


@app.route("/ticket/<code>")
def ticket(code):
    return f"Ticket {value_or_404(UUID, code)}"


if __name__ == "__main__":
    app.run(debug=True)
