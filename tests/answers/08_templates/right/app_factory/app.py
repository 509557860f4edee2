from flask import Flask, render_template


def create_app():
    app = Flask(__name__)
    app.config.from_mapping(MEMBERS=["김하늘"])

    @app.get("/meta/")
    def meta():
        return render_template("meta.html")

    @app.get("/hi/<name>")
    def hi(name):
        return render_template("hi.html", name=name)

    @app.get("/members")
    def members():
        return render_template("members.html", members=app.config["MEMBERS"])

    return app


if __name__ == "__main__":
    create_app().run(debug=True)
