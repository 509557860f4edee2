from flask import Flask, request
from markupsafe import escape

app = Flask(__name__)


@app.route("/", endpoint="world")
@app.route("/hello", endpoint="short")
def say_hello():
    return "Hello World!" if request.endpoint == "world" else "Hello!"


@app.route("/hi/<name>")
def say_hi(name):
    return "Hello " + escape(name)


@app.route("/cookie/<int:count>")
def count_cookies(count):
    return "Here are %d cookies" % count


@app.route("/half/<float:number>")
def half(number):
    return str(number / 2)


@app.route("/files/<path:name>")
def show_file(name):
    return "File: " + escape(name)


@app.route("/ticket/<uuid:code>")
def ticket(code):
    return "Ticket " + str(code)


if __name__ == "__main__":
    app.run(debug=True)
