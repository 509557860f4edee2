import html

from flask import Flask
from flask.views import MethodView, View

app = Flask(__name__)


class Fixed(View):
    def __init__(self, text):
        self.text = text

    def dispatch_request(self):
        return self.text


class Hi(MethodView):
    def get(self, name):
        return f"Hello {html.escape(name)}"


class Filled(View):
    def __init__(self, pattern):
        self.pattern = pattern

    def dispatch_request(self, value):
        return self.pattern.format(html.escape(str(value)))


class Half(View):
    def dispatch_request(self, number):
        return str(number / 2)


app.add_url_rule("/", view_func=Fixed.as_view("home", "Hello World!"))
app.add_url_rule("/hello", view_func=Fixed.as_view("hello", "Hello!"))
app.add_url_rule("/hi/<name>", view_func=Hi.as_view("hi"))
app.add_url_rule("/cookie/<int:value>", view_func=Filled.as_view("cookie", "Here are {} cookies"))
app.add_url_rule("/half/<float:number>", view_func=Half.as_view("half"))
app.add_url_rule("/files/<path:value>", view_func=Filled.as_view("files", "File: {}"))
app.add_url_rule("/ticket/<uuid:value>", view_func=Filled.as_view("ticket", "Ticket {}"))

if __name__ == "__main__":
    app.run(debug=True)
