from flask import Flask, redirect, url_for
from flask.views import MethodView, View
from markupsafe import escape

app = Flask(__name__)


class Text(View):
    def __init__(self, text):
        self.text = text

    def dispatch_request(self):
        return self.text


class Profile(MethodView):
    def get(self, username):
        return f"{escape(username)}'s profile"


class Links(MethodView):
    def get(self):
        return {
            "index": url_for("index"),
            "login": url_for("login"),
            "login_next": url_for("login", next="/"),
            "profile": url_for("profile", username="John Doe"),
        }


class Go(MethodView):
    def get(self, username):
        return redirect(url_for("profile", username=username))


class Logo(MethodView):
    def get(self):
        return {"url": url_for("static", filename="logo.svg")}


app.add_url_rule("/", view_func=Text.as_view("index", "index"))
app.add_url_rule("/login", view_func=Text.as_view("login", "login"))
app.add_url_rule("/user/<username>", view_func=Profile.as_view("profile"))
app.add_url_rule("/links", view_func=Links.as_view("links"))
app.add_url_rule("/go/<username>", view_func=Go.as_view("go"))
app.add_url_rule("/logo", view_func=Logo.as_view("logo"))


if __name__ == "__main__":
    app.run(debug=True)
