from flask import Flask, render_template

app = Flask(__name__)
app.config["MEMBERS"] = ["김하늘", "이바다", "박나무"]


@app.route("/about")
def meta():
    return render_template("meta.html")


@app.route("/hello")
def hi(name="손님"):
    return render_template("hi.html", name=name)


@app.route("/people")
def members():
    return render_template("members.html", members=app.config["MEMBERS"])


if __name__ == "__main__":
    app.run(debug=True)
