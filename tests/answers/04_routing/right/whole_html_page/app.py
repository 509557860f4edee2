from flask import Flask, render_template_string

app = Flask(__name__)

PAGE = """<!doctype html>
<html lang="ko">
<head><meta charset="utf-8"><title>{{ text }}</title></head>
<body><nav><a href="/">home</a></nav><main><h1>{{ text }}</h1></main></body>
</html>"""


def page(text):
    return render_template_string(PAGE, text=text)


@app.route("/")
def hello_world():
    return page("Hello World!")


@app.route("/hello")
def hello():
    return page("Hello!")


@app.route("/hi/<name>")
def say_hi(name):
    return page("Hello " + name)


@app.route("/cookie/<int:count>")
def count_cookies(count):
    return page(f"Here are {count} cookies")


@app.route("/half/<float:number>")
def half(number):
    return page(number / 2)


@app.route("/files/<path:name>")
def show_file(name):
    return page("File: " + name)


@app.route("/ticket/<uuid:code>")
def ticket(code):
    return page(f"Ticket {code}")


if __name__ == "__main__":
    app.run(debug=True)
