from flask import Flask
from markupsafe import escape

app = Flask(__name__)


@app.route("/")
def hello_world():
    return "Hello World!"


@app.route("/hello")
def hello():
    return "Hello!"


@app.route("/hi/<name>")
def say_hi(user):
    return f"Hello {escape(user)}"


@app.route("/cookie/<int:count>")
def count_cookies(count):
    return f"Here are {count} cookies"


@app.route("/half/<float:number>")
def half(number):
    return str(number / 2)


@app.route("/files/<path:name>")
def show_file():
    return f"File: name"


@app.route("/ticket/<uuid:code>")
def ticket(code):
    return f"Ticket {code}"


if __name__ == "__main__":
    app.run(debug=True)
