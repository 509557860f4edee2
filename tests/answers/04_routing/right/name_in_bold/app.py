from flask import Flask
from markupsafe import escape

app = Flask(__name__)


@app.route("/")
def hello_world():
    return "<h1>Hello World!</h1>"


@app.route("/hello")
def hello():
    return "Hello!"


@app.route("/hi/<name>")
def say_hi(name):
    return f"<p>Hello <b>{escape(name)}</b></p>"


@app.route("/cookie/<int:count>")
def count_cookies(count):
    return f"<p>Here are <b>{count}</b> cookies</p>\n"


@app.route("/half/<float:number>")
def half(number):
    return str(number / 2)


@app.route("/files/<path:name>")
def show_file(name):
    return f"<p>File: <code>{escape(name)}</code></p>"


@app.route("/ticket/<uuid:code>")
def ticket(code):
    return f"Ticket {code}"


if __name__ == "__main__":
    app.run(debug=True)
