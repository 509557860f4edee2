from flask import Flask, jsonify, redirect, url_for
from markupsafe import escape


def create_app():
    app = Flask(__name__)

    @app.route("/")
    def index():
        return "index"

    @app.route("/login")
    def login():
        return "login"

    @app.route("/user/<username>")
    def profile(username):
        return f"{escape(username)}'s profile"

    @app.route("/links")
    def links():
        return jsonify(
            index=url_for("index"),
            login=url_for("login"),
            login_next=url_for("login", next=url_for("index")),
            profile=url_for("profile", username="John Doe"),
        )

    @app.route("/go/<username>")
    def go(username):
        return redirect(url_for("profile", username=username), code=302)

    @app.route("/logo")
    def logo():
        return jsonify(url=url_for("static", filename="logo.svg"))

    return app


if __name__ == "__main__":
    create_app().run(debug=True)
