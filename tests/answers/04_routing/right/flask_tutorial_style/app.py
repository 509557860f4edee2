from flask import Flask
from markupsafe import escape

app = Flask(__name__)


@app.get("/")
def index():
    return "Hello World!"


@app.get("/hello")
def greeting():
    return "Hello!"


@app.get("/hi/<string:name>")
def greet(name):
    return f"Hello {escape(name)}"


@app.get("/cookie/<int:count>")
def cookies(count):
    return f"Here are {count} cookies"


@app.get("/half/<float:number>")
def half(number):
    return f"{number / 2}"


@app.get("/files/<path:name>")
def files(name):
    return f"File: {escape(name)}"


@app.get("/ticket/<uuid:code>")
def ticket(code):
    return f"Ticket {code}"


if __name__ == "__main__":
    app.run(debug=True)
