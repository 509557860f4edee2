from flask import Flask

app = Flask(__name__)


@app.route("/")
def hello_world():
    return "Hello World!"


@app.route("/hello")
def hello():
    return "Hello!"


@app.route("/hi/김하늘")
def say_hi():
    return "Hello 김하늘"


@app.route("/cookie/12")
def count_cookies():
    return "Here are 12 cookies"


@app.route("/half/3.5")
def half():
    return "1.75"


@app.route("/files/2030/spring/photo.png")
def show_file():
    return "File: 2030/spring/photo.png"


@app.route("/ticket/3d2c1b0a-1111-4222-8333-444455556666")
def ticket():
    return "Ticket 3d2c1b0a-1111-4222-8333-444455556666"


if __name__ == "__main__":
    app.run(debug=True)
