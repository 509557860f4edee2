"""Errors of Python itself: really raised here, and as other Pythons worded them."""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest

from shared.messages.errors import explain
from shared.verdict import Frame, PythonError
from tests.messages.python_cases import PROGRAMS, UNCERTAIN, what_python_says

RECORDED: list[dict[str, str]] = json.loads(
    (Path(__file__).parent / "python_texts.json").read_text(encoding="utf-8"),
)


def as_error(kind: str, text: str, code: str = "") -> PythonError:
    return PythonError(kind, text, (Frame("app.py", 1, "view", code),))


@pytest.mark.parametrize("name", [name for name in PROGRAMS if name not in UNCERTAIN])
def test_slip_is_explained_by_the_python_that_runs_here(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # compiling wrong programs warns
        said = what_python_says(PROGRAMS[name])
    if said is None or (name == "fstring_quotes_old" and sys.version_info >= (3, 12)):
        pytest.skip("no error in this Python")
    assert explain(as_error(*said)) is not None, said


@pytest.mark.parametrize("name", UNCERTAIN)
def test_uncertain_slip_is_left_unexplained(name: str) -> None:
    said = what_python_says(PROGRAMS[name])
    assert said is not None
    assert explain(as_error(*said)) is None


@pytest.mark.parametrize("record", RECORDED, ids=lambda record: f"{record['case']}-{record['python']}")
def test_texts_of_other_pythons_are_explained_alike(record: dict[str, Any]) -> None:
    explained = explain(as_error(record["type"], record["text"], record["code"]))
    assert (explained is None) == (record["case"] in UNCERTAIN), explained


@pytest.mark.parametrize(
    ("kind", "text", "code", "says"),
    [
        ("SyntaxError", "expected ':'", "if x", "쌍점"),
        ("SyntaxError", "expected ':'", "else if x:", "elif"),
        ("SyntaxError", "invalid character '“' (U+201C)", "return “안녕”", "큰따옴표"),
        ("SyntaxError", "invalid character 'ㅁ' (U+3141)", "x = 1ㅁ", "지우세요"),
        ("SyntaxError", "invalid decimal literal", "x = [1， 2]", "쉼표"),
        ("SyntaxError", "invalid syntax", "import Flask from flask", "from flask import Flask"),
        ("SyntaxError", "duplicate argument 'a' in function definition", '@app.route("/<a>/<a>")', "<a>"),
        ("SyntaxError", "duplicate argument 'a' in function definition", "def f(a, a):", "함수의 괄호"),
        ("SyntaxError", "Non-UTF-8 code starting with '\\xbe' in file app.py on line 2", "", "UTF-8"),
        ("NameError", "name 'requests' is not defined", "if requests.method == 'GET':", "request.method"),
        ("NameError", "name 'requests' is not defined", "requests.get(url)", "import requests"),
        ("NameError", "name 'escape' is not defined", "return escape(name)", "from markupsafe import escape"),
        ("NameError", "name 'Optional' is not defined", "def f(a: Optional[str]):", "from typing import Optional"),
        ("NameError", "name 'user_name' is not defined", "return user_name", "user_name"),
        ("AttributeError", "'NoneType' object has no attribute 'x'", "con.execute(sql).fetchone().x", "fetchone"),
        # Python 3.13 and 3.14 word these anew
        (
            "AttributeError",
            "module 'random' has no attribute 'randint' (consider renaming '/home/kim/random.py' since it has the same "
            "name as the standard library module named 'random' and prevents importing that standard library module)",
            "random.randint(1, 6)",
            "/home/kim/random.py",
        ),
        ("SyntaxError", "'elif' block follows an 'else' block", "elif x:", "else"),
        ("SyntaxError", "invalid syntax. Did you mean 'while'?", "whille True:", "while"),
        ("SyntaxError", "invalid syntax. Is this intended to be part of the string?", 'x = "a "b" c"', "따옴표"),
        ("TypeError", "cannot use 'list' as a dict key (unhashable type: 'list')", "{[1]: 2}", "list"),
        ("TypeError", "argument of type 'NoneType' is not a container or iterable", "if 'a' in x:", "None"),
        ("ValueError", "too many values to unpack (expected 2, got 3)", "a, b = 1, 2, 3", "개수"),
        # files that hide a library
        (
            "ImportError",
            "cannot import name 'Flask' from partially initialized module 'flask' (most likely due to a "
            "circular import)",
            "from flask import Flask",
            "flask.py",
        ),
        (
            "AttributeError",
            "partially initialized module 'socketio' has no attribute 'Server' (most likely due to a circular import)",
            "sio = socketio.Server()",
            "socketio.py",
        ),
        (
            "AttributeError",
            "partially initialized module 'json' has no attribute 'dumps' (most likely due to a circular import)",
            "json.dumps(1)",
            "json.py",
        ),
        (
            "ImportError",
            "cannot import name 'b' from partially initialized module 'a' (most likely due to a circular import)",
            "from a import b",
            "서로를",
        ),
        ("ModuleNotFoundError", "No module named 'Flask'", "from Flask import Flask", "import flask"),
        ("ModuleNotFoundError", "No module named 'flask'", "from flask import Flask", "pip install Flask"),
        ("ModuleNotFoundError", "No module named 'flask_socketio'", "", "python-socketio"),
        ("ModuleNotFoundError", "No module named 'my_file'", "import my_file", "my_file"),
        # what other systems say
        ("OSError", "[Errno 98] Address already in use", "app.run()", "포트"),
        ("OSError", "[Errno 48] Address already in use", "app.run()", "AirPlay"),
        ("OSError", "[WinError 10048] 각 소켓 주소는 하나만 사용할 수 있습니다", "app.run()", "포트"),
        (
            "PermissionError",
            "[WinError 10013] 액세스 권한에 의해 숨겨진 소켓입니다",
            "app.run()",
            "포트",
        ),
        ("PermissionError", "[Errno 13] Permission denied", "app.run(port=80)", "1024"),
        ("PermissionError", "[Errno 13] Permission denied: 'a.txt'", "open('a.txt')", "a.txt"),
        ("OSError", "[Errno 99] Cannot assign requested address", "app.run(host='8.8.8.8')", "127.0.0.1"),
        ("FileNotFoundError", "[WinError 2] 지정된 파일을 찾을 수 없습니다: 'a.txt'", "open('a.txt')", "a.txt"),
        (
            "ConnectionError",
            "HTTPConnectionPool(...): Max retries: [Errno 111] Connection refused",
            "",
            "서버를",
        ),
        (
            "ConnectionError",
            "... [WinError 10061] 대상 컴퓨터에서 연결을 거부했습니다",
            "",
            "서버를",
        ),
        ("ReadTimeout", "HTTPConnectionPool(...): Read timed out. (read timeout=5)", "", "timeout"),
        ("KeyError", "'PORT'", 'port = os.environ["PORT"]', "환경 변수"),
    ],
)
def test_explanation_names_what_to_write(kind: str, text: str, code: str, says: str) -> None:
    explained = explain(as_error(kind, text, code))
    assert explained is not None
    assert says in explained


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("ClubError", "the club is closed", "club.open()"),
        ("ValueError", "grade must be 1, 2 or 3", "check(grade)"),
        ("SyntaxError", "invalid syntax", "x = 1 y"),
        ("ValueError", "invalid literal for int() with base 10: 'a'", "raise ValueError(text)"),
        ("KeyError", "'kim'", "room.enter('kim')"),
        ("", "", ""),
    ],
)
def test_what_is_not_certain_is_not_explained(kind: str, text: str, code: str) -> None:
    assert explain(as_error(kind, text, code)) is None


def test_full_class_names_are_understood() -> None:
    error = as_error("werkzeug.routing.exceptions.BuildError", "Could not build url for endpoint 'nope'.")
    assert explain(error) is not None


def test_error_without_frames_is_explained_too() -> None:
    assert explain(PythonError("ZeroDivisionError", "division by zero")) is not None
