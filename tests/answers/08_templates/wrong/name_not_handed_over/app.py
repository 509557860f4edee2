from flask import Flask, render_template

app = Flask(__name__)
app.config["MEMBERS"] = ["김하늘", "이바다", "박나무"]


@app.route("/meta/")
def meta():
    return render_template("meta.html")


@app.route("/hi/<name>")
def hi(name):
    return render_template("hi.html")


@app.route("/members")
def members():
    return render_template("members.html", members=app.config["MEMBERS"])


if __name__ == "__main__":
    app.run(debug=True)
