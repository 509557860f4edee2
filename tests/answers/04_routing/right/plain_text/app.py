from flask import Flask, Response

app = Flask(__name__)


def plain(text):
    return Response(text, mimetype="text/plain")


@app.route("/")
def hello_world():
    return plain("Hello World!")


@app.route("/hello")
def hello():
    return plain("Hello!")


@app.route("/hi/<name>")
def say_hi(name):
    return plain(f"Hello {name}")


@app.route("/cookie/<int:count>")
def count_cookies(count):
    return plain(f"Here are {count} cookies")


@app.route("/half/<float:number>")
def half(number):
    return plain(f"{number / 2}")


@app.route("/files/<path:name>")
def show_file(name):
    return plain(f"File: {name}")


@app.route("/ticket/<uuid:code>")
def ticket(code):
    return plain(f"Ticket {code}")


if __name__ == "__main__":
    app.run(debug=True)
