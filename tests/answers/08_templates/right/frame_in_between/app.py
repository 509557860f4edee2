from flask import Flask, current_app, render_template, request

app = Flask(__name__)
app.config["MEMBERS"] = ["김하늘"]


def show(**values):
    return render_template(f"{request.endpoint}.html", **values)


@app.route("/meta/")
def meta():
    return show()


@app.route("/hi/<name>")
def hi(name):
    return show(visitor=name)


@app.route("/members/")
def members():
    return show(members=current_app.config["MEMBERS"])
