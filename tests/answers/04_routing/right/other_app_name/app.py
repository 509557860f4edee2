from flask import Flask
from markupsafe import escape

server = Flask(__name__)


@server.route("/")
def hello_world():
    return "Hello World!"


@server.route("/hello")
def hello():
    return "Hello!"


@server.route("/hi/<name>")
def say_hi(name):
    return f"Hello {escape(name)}"


@server.route("/cookie/<int:count>")
def count_cookies(count):
    return f"Here are {count} cookies"


@server.route("/half/<float:number>")
def half(number):
    return str(number / 2)


@server.route("/files/<path:name>")
def show_file(name):
    return f"File: {escape(name)}"


@server.route("/ticket/<uuid:code>")
def ticket(code):
    return f"Ticket {code}"


@server.route("/hi")
@server.route("/hi/<name>/twice")
def extra(name="nobody"):
    return f"Hello Hello {escape(name)}"


server.run(debug=True, port=5050)
