"""Seven addresses: two fixed ones, and five that carry a value."""

from uuid import UUID

from flask import Flask
from markupsafe import escape

app = Flask(__name__)


@app.route("/")
def hello_world() -> str:
    """Greet the world."""
    return "Hello World!"


@app.route("/hello")
def hello() -> str:
    """Greet whoever asks."""
    return "Hello!"


@app.route("/hi/<name>")
def say_hi(name: str) -> str:
    """Greet a visitor by the name in the address."""
    # anybody can write anything into an address, markup too
    return f"Hello {escape(name)}"


@app.route("/cookie/<int:count>")
def count_cookies(count: int) -> str:
    """Say how many cookies there are."""
    return f"Here are {count} cookies"


@app.route("/half/<float:number>")
def halve(number: float) -> str:
    """Show half of a number that is written with a fraction."""
    return str(number / 2)


@app.route("/files/<path:name>")
def show_file_name(name: str) -> str:
    """Show a path, slashes and all. No file is opened."""
    return f"File: {escape(name)}"


@app.route("/ticket/<uuid:code>")
def show_ticket(code: UUID) -> str:
    """Show the code of a ticket."""
    return f"Ticket {code}"


if __name__ == "__main__":
    app.run(debug=True)
