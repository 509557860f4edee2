from flask import Flask, current_app, render_template
from flask.views import MethodView, View

app = Flask(__name__)
app.config["MEMBERS"] = ["김하늘"]


class Page(View):
    def __init__(self, template):
        self.template = template

    def dispatch_request(self, **values):
        return render_template(self.template, **values)


class Members(MethodView):
    def get(self):
        people = [{"name": name} for name in current_app.config["MEMBERS"]]
        return render_template("members.html", people=people)


app.add_url_rule("/meta/", view_func=Page.as_view("meta", "meta.html"))
app.add_url_rule("/hi/<name>", view_func=Page.as_view("hi", "hi.html"))
app.add_url_rule("/members", view_func=Members.as_view("members"))
