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
def say_hi(name):
    return f"Hello {escape(name)}"


if __name__ == "__main__":
    app.run(debug=True)
