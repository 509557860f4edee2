"""One address, four methods: users are shown, made, renamed and removed by the name in the query."""

from flask import Flask, abort, request
from markupsafe import escape

app = Flask(__name__)

users: dict[str, dict[str, str]] = {}


def get_user(name: str) -> dict[str, str] | None:
    """Give the user of this name, or None."""
    return users.get(name)


def make_user(name: str) -> dict[str, str]:
    """Keep a user of this name. Whether there is one already is not looked at."""
    users[name] = {"name": name}
    return users[name]


def name_in_query(key: str) -> str:
    """Read a name from the query, or refuse the request where it is missing or empty."""
    name = request.args.get(key)
    if not name:
        abort(400)
    return name


@app.get("/hello")
def hello() -> str:
    """Greet whoever asks."""
    return "Hello"


@app.get("/user")
def show_user() -> dict[str, str]:
    """Show a user."""
    user = get_user(name_in_query("userName"))
    if user is None:
        abort(404)
    return user


@app.post("/user")
def add_user() -> tuple[dict[str, str], int]:
"""Make a user, unless the name is taken."""
name = name_in_query("userName")
if get_user(name) is not None:
    abort(409)
return make_user(name), 201


@app.put("/user")
def rename_user() -> dict[str, str]:
    """Give a user another name, unless that one is taken."""
    name = name_in_query("userName")
    new_name = name_in_query("newName")
    if get_user(name) is None:
        abort(404)
    if get_user(new_name) is not None:
        abort(409)
    # only now, after every refusal: a refused request must leave everything as it was
    del users[name]
    return make_user(new_name)


@app.delete("/user")
def remove_user() -> tuple[str, int]:
    """Remove a user."""
    name = name_in_query("userName")
    if get_user(name) is None:
        abort(404)
    del users[name]
    return "", 204


@app.get("/greet")
def greet() -> str:
    """Greet a visitor by name, or as a guest."""
    # an empty name is no name either, so a default for a missing one is not enough
    name = request.args.get("userName") or "손님"
    return f"Hello {escape(name)}"


if __name__ == "__main__":
    app.run(debug=True)
