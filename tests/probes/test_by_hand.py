"""The lines that repeat a request are pasted into a real shell and a real Python, and must ask the same again."""

from __future__ import annotations

import contextlib
import io
import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask, redirect, request

from shared.probes.http import Http
from shared.server import serve
from shared.verdict import Exchange
from tests.probes.asking import http_to

METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]
arrived: list[dict[str, Any]] = []
app = Flask(__name__)


@app.route("/<path:rest>", methods=METHODS)
def keep(rest: str):  # type: ignore[no-untyped-def]
    """Keep what arrived."""
    files = {name: (file.filename, file.read()) for name, file in request.files.items()}
    told = {name: value for name, value in request.headers if name in ("Content-Type", "X-Club", "X-Empty", "Accept")}
    if files:
        told.pop("Content-Type")
    arrived.append(
        {
            "method": request.method,
            "path": request.environ["RAW_URI"],
            "body": b"" if files else request.get_data(),
            "files": files,
            "headers": told,
        }
    )
    return redirect("/elsewhere") if rest == "go" else f"answered {rest}"


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with serve(app) as server:
        yield server.port


@pytest.fixture
def http(port: int) -> Http:
    arrived.clear()
    return http_to(port)


def in_a_shell(line: str, port: int) -> str:
    done = subprocess.run(
        ["sh", "-c", line.replace(":5000", f":{port}")], capture_output=True, timeout=10, check=True, encoding="utf-8"
    )
    return done.stdout


def in_python(line: str, port: int) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(line.replace(":5000", f":{port}"), {})
    return printed.getvalue()


REQUESTS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "plain": ("GET", "/hi", {}),
    "a path in Hangul": ("GET", "/hi/김하늘", {}),
    "a blank and marks": ("GET", "/hi/a b'c\"d$e`f!g\\h", {}),
    "markup": ("GET", "/hi/<img src=x onerror=alert(1)>", {}),
    "brackets": ("GET", "/hi/[1-3]{a,b}", {}),
    "a query": ("GET", "/hi", {"params": {"name": "김 & 이", "n": "1%2"}}),
    "headers": ("GET", "/hi", {"headers": {"X-Club": "a \"b\" 'c' $d", "Accept": "text/html", "X-Empty": ""}}),
    "nothing to post": ("POST", "/hi", {}),
    "a form": ("POST", "/hi", {"data": {"name": "김 & 이", "b": "x=y"}}),
    "JSON": ("POST", "/hi", {"json": {"name": "김'하\"늘`$HOME!", "n": [1, None, True]}}),
    "JSON of another type": ("POST", "/hi", {"json": {"a": 1}, "headers": {"Content-Type": "text/plain"}}),
    "broken JSON": ("PUT", "/hi", {"data": b'{"name": ', "headers": {"Content-Type": "application/json"}}),
    "Hangul as bytes": ("POST", "/hi", {"data": "이름\n둘".encode(), "headers": {"Content-Type": "text/plain"}}),
    "no type": ("POST", "/hi", {"data": b"a'b%c\\d"}),
    "bytes that are no text": ("POST", "/hi", {"data": b"\xff\x00\r\n'%\\", "headers": {"Content-Type": "x/y"}}),
    "a body that looks like a file": ("POST", "/hi", {"data": b"@/etc/passwd", "headers": {"Content-Type": "x/y"}}),
    "a tilde": ("POST", "/hi", {"data": b"~", "headers": {"Content-Type": "x/y"}}),
    "a file": ("POST", "/up", {"files": {"photo": ("a b.png", b"\x89PNG\r\n\x00%'\\")}}),
    "a file named like a path": ("POST", "/up", {"files": {"photo": ("../../app.py", b"print('x')\n")}}),
    "delete": ("DELETE", "/hi/1", {}),
    "patch": ("PATCH", "/hi/1", {"json": {"a": 1}}),
    "options": ("OPTIONS", "/hi", {}),
    "trace": ("TRACE", "/hi", {}),
    "a redirect": ("GET", "/go", {}),
}


def asked(http: Http, name: str) -> Exchange:
    method, path, options = REQUESTS[name]
    return http.request(method, path, **options).exchange


@pytest.mark.skipif(not (shutil.which("curl") and shutil.which("sh")), reason="needs curl and a POSIX shell")
@pytest.mark.parametrize("name", REQUESTS)
def test_the_curl_line_asks_the_same(http: Http, port: int, name: str) -> None:
    printed = in_a_shell(asked(http, name).curl, port)
    assert arrived[0] == arrived[1]
    assert printed.startswith("HTTP/1.")


@pytest.mark.parametrize("name", REQUESTS)
def test_the_python_line_asks_the_same(http: Http, port: int, name: str) -> None:
    exchange = asked(http, name)
    printed = in_python(exchange.python, port)
    assert arrived[0] == arrived[1]
    assert exchange.response is not None
    assert printed.startswith(f"{exchange.response.status} ")


def test_the_head_line_ends_at_once(http: Http, port: int) -> None:
    exchange = http.head("/hi").exchange
    assert in_python(exchange.python, port).startswith("200")
    assert arrived[0] == arrived[1]
    if shutil.which("curl"):
        assert in_a_shell(exchange.curl, port).startswith("HTTP/1.")
        assert arrived[0] == arrived[2]


def test_the_python_line_works_as_a_program(http: Http, port: int) -> None:
    line = asked(http, "JSON").python.replace(":5000", f":{port}")
    done = subprocess.run([sys.executable, "-c", line], capture_output=True, timeout=20, check=True, encoding="utf-8")
    assert done.stdout == "200 answered hi\n"


def test_no_lines_where_nobody_could_paste_them(http: Http) -> None:
    for options in (
        {"data": b"x" * 1001},
        {"files": {"photo": ("a.png", b"x" * 1_000_000)}},
        {"files": {"a": ("a", b"1"), "b": ("b", b"2")}},
    ):
        exchange = http.post("/hi", **options).exchange
        assert (exchange.curl, exchange.python) == ("", "")
    http.by_hand = False
    assert http.get("/hi").exchange.curl == ""


def test_a_short_line_has_no_more_than_it_needs(http: Http) -> None:
    assert asked(http, "plain").curl == "curl -i http://127.0.0.1:5000/hi"
    assert asked(http, "plain").python == (
        'import requests; reply = requests.get("http://127.0.0.1:5000/hi", timeout=5); '
        "print(reply.status_code, reply.text)"
    )
    assert "json={'a': 1}" in asked(http, "patch").python
    assert "data={'name': '김 & 이', 'b': 'x=y'}" in asked(http, "a form").python
