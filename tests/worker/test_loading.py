"""Which app is taken out of what a learner wrote, and what is said where there is none."""

from __future__ import annotations

import pytest

from tests.worker.conftest import Start, loaded

FLASK = "from flask import Flask\n"
APP = FLASK + "app = Flask(__name__)\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (APP, "app"),
        (FLASK + "website = Flask('x')\n", "website"),
        (FLASK + "website = Flask('x')\napp = Flask('y')\n", "app"),
        (FLASK + "application = Flask('x')\nother = Flask('y')\n", "application"),
        (FLASK + "one = Flask('x')\ntwo = one\n", "two"),
        (FLASK + "def create_app():\n    return Flask('x')\n", "create_app()"),
        (FLASK + "def make_app(name='x'):\n    return Flask(name)\n", "make_app()"),
        (FLASK + "def main():\n    Flask('x').run()\nmain()\n", ""),
        (FLASK + "from werkzeug.serving import run_simple\nrun_simple('localhost', 80, Flask('x'))\n", ""),
        (APP + "app.run(debug=True)\n", "app"),
    ],
)
def test_app_is_found(start: Start, text: str, name: str) -> None:
    run, _ = start(app=text).serve("app.py")
    report = loaded(run)
    assert (report["event"], report.get("app_name")) == ("loaded", name), report


@pytest.mark.parametrize(
    ("text", "kind", "error"),
    [
        ("", "no app", "NoApp"),
        ("app = 5\n", "no app", "NoApp"),
        (FLASK + "def create_app(needed):\n    return Flask(needed)\n", "error", "TypeError"),
        (FLASK + "one = Flask('x')\ntwo = Flask('y')\n", "several apps", "SeveralApps"),
        ("import sys\nsys.exit(3)\n", "exit", "SystemExit"),
        ("raise KeyboardInterrupt\n", "error", "KeyboardInterrupt"),
        ("import nowhere\n", "error", "ModuleNotFoundError"),
        ("def f(:\n", "error", "SyntaxError"),
        ("\tx = 1\n  y = 2\n", "error", "IndentationError"),
        ("x = '\\0'.encode(\n", "error", "SyntaxError"),
    ],
)
def test_no_app(start: Start, text: str, kind: str, error: str) -> None:
    run, _ = start(app=text).serve("app.py")
    report = loaded(run)
    assert (report["event"], report["kind"], report["error"]["type"]) == ("load_failed", kind, error)


def test_own_module_named_like_a_library_hides_it(start: Start) -> None:
    """As it would for somebody who starts the file by hand, so that the error is the same."""
    run, _ = start(app="import requests\nprint(requests.MINE)\n" + APP, requests="MINE = 'my own'\n").serve("app.py")
    assert loaded(run)["event"] == "loaded"
    own_flask, _ = start(app=APP, flask="x = 1\n").serve("app.py")
    assert loaded(own_flask)["error"]["type"] == "ImportError"


def test_own_module_named_like_one_of_the_engine(start: Start) -> None:
    text = APP + "import json\nfrom shared import hello\nprint(hello)\n"
    files = {"app": text, "json": "x = 1\n", "shared": "hello = 1\n"}
    run, _ = start(**files).serve("app.py")
    assert loaded(run)["event"] == "loaded"


def test_traceback_holds_only_the_learners_lines(start: Start) -> None:
    text = FLASK + "import json\n\n\ndef read():\n    return json.loads('{')\n\n\nread()\n"
    run, _ = start(app=text).serve("app.py")
    error = loaded(run)["error"]
    assert error["type"] == "JSONDecodeError"
    assert [(frame["file"], frame["line"], frame["function"]) for frame in error["frames"]] == [
        ("app.py", 9, "<module>"),
        ("app.py", 6, "read"),
    ]
    assert error["frames"][-1]["code"] == "return json.loads('{')"


def test_error_in_a_library_has_no_frames_of_ours(start: Start) -> None:
    run, _ = start(app="", other="").serve("missing.py")
    assert loaded(run)["error"] == {"type": "ModuleNotFoundError", "text": "No module named 'missing'", "frames": []}


def test_run_calls_are_observed(start: Start) -> None:
    text = APP + "app.run('0.0.0.0', 80, debug=True)\napp.debug = True\napp.run(use_reloader=False)\n"
    runs = loaded(start(app=text).serve("app.py")[0])["runs"]
    assert [(run["kind"], run["host"], run["port"], run["debug"], run["use_reloader"]) for run in runs] == [
        ("app.run", "0.0.0.0", 80, True, True),
        ("app.run", "127.0.0.1", 5000, True, False),
    ]
    assert [run["where"] for run in runs] == [{"file": "app.py", "line": 3}, {"file": "app.py", "line": 5}]


def test_servers_started_by_hand_are_observed(start: Start) -> None:
    text = (
        FLASK + "from werkzeug.serving import make_server\nfrom wsgiref import simple_server\nmine = Flask('x')\n"
        "make_server('127.0.0.1', 8000, mine).serve_forever()\n"
        "simple_server.make_server('127.0.0.1', 8001, mine).serve_forever()\n"
    )
    report = loaded(start(app=text).serve("app.py")[0])
    assert report["app_name"] == "mine"
    assert [run["kind"] for run in report["runs"]] == ["serve_forever", "serve_forever"]
