"""Three pages from templates that share one frame, and a list that comes from the configuration."""

from flask import Flask, render_template

app = Flask(__name__)
app.config["MEMBERS"] = ["김하늘", "이바다", "박나무"]


@app.route("/meta/")
def meta() -> str:
    """Show a page that says about itself where it comes from."""
    return render_template("meta.html")


@app.route("/hi/<name>")
def hi(name: str) -> str:
    """Greet a visitor by the name in the address."""
    return render_template("hi.html", name=name)


@app.route("/members")
def members() -> str:
    """List the members as the configuration has them now."""
    return render_template("members.html", members=app.config["MEMBERS"])


if __name__ == "__main__":
    app.run(debug=True)
