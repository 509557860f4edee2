from flask import Flask
from markupsafe import escape

app = Flask(__name__)


def say_hi(name):
    return f"Hello {escape(name)}"


def count_cookies(count):
    return f"Here are {count} cookies"


def half(number):
    return str(number / 2)


def show_file(name):
    return f"File: {escape(name)}"


def ticket(code):
    return f"Ticket {code}"


app.add_url_rule("/", "home", lambda: "Hello World!")
app.add_url_rule("/hello", "hello", lambda: "Hello!")
app.add_url_rule("/hi/<name>", view_func=say_hi)
app.add_url_rule("/cookie/<int:count>", view_func=count_cookies)
app.add_url_rule("/half/<float:number>", view_func=half)
app.add_url_rule("/files/<path:name>", view_func=show_file)
app.add_url_rule("/ticket/<uuid:code>", view_func=ticket)

if __name__ == "__main__":
    app.run(debug=True)
