from flask import Blueprint, Flask, current_app, render_template

pages = Blueprint("pages", __name__)


@pages.get("/meta/")
def meta():
    return render_template("meta.html")


@pages.get("/hi/<name>")
def hi(name):
    return render_template("hi.html", name=name)


@pages.get("/members")
def members():
    return render_template("club/members.html", members=sorted(current_app.config["MEMBERS"]))


app = Flask(__name__)
app.config["MEMBERS"] = []
app.register_blueprint(pages)

if __name__ == "__main__":
    app.run(debug=True)
