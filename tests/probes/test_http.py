"""What goes out when a check asks, and what it makes of redirects."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from flask import Flask, redirect, request

from shared.probes.http import Http
from shared.server import serve
from tests.probes.asking import http_to, saying, talking

app = Flask(__name__)


@app.route("/echo/<path:rest>", methods=["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def echo(rest: str) -> dict[str, object]:
    """What arrived."""
    return {
        "method": request.method,
        "rest": rest,
        "args": list(request.args.items(multi=True)),
        "form": request.form,
        "json": request.get_json(silent=True),
        "headers": dict(request.headers),
        "files": {name: [file.filename, file.read().decode()] for name, file in request.files.items()},
        "raw": request.environ["RAW_URI"],
    }


@app.route("/go", methods=["GET", "POST"])
def go():  # type: ignore[no-untyped-def]
    """Redirect as asked."""
    return redirect(request.args["to"], int(request.args.get("code", 302)))


@app.get("/lower")
def lower():  # type: ignore[no-untyped-def]
    """A header as a learner may write it."""
    return "{}", 200, {"content-type": "application/json", "x-more": "1"}


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with serve(app) as server:
        yield server.port


@pytest.fixture
def http(port: int) -> Http:
    return http_to(port)


def test_every_method_arrives_as_itself(http: Http) -> None:
    for method in ("get", "post", "put", "patch", "delete", "options"):
        assert getattr(http, method)("/echo/x").is_json()["method"] == method.upper()
    assert http.head("/echo/x").body == b""
    assert http.request("TRACE", "/echo/x").is_json()["method"] == "TRACE"


def test_paths_are_encoded_and_arrive_decoded(http: Http) -> None:
    for path in ("김하늘", "a b", "100%", "<img src=x>", "a'b\"c", "a/b"):
        assert http.get(f"/echo/{path}").is_json()["rest"] == path
    assert http.get("/echo/a%2Fb").is_json()["raw"] == "/echo/a%2Fb"


def test_parameters_form_json_files_and_headers_arrive(http: Http) -> None:
    params = {"name": "김 & 이", "n": [1, 2], "empty": ""}
    assert http.get("/echo/x", params=params).is_json()["args"] == [
        ["name", "김 & 이"],
        ["n", "1"],
        ["n", "2"],
        ["empty", ""],
    ]
    assert http.post("/echo/x", data={"name": "김 & 이"}).is_json()["form"] == {"name": "김 & 이"}
    assert http.post("/echo/x", json={"이름": [1, None]}).is_json()["json"] == {"이름": [1, None]}
    assert http.post("/echo/x", files={"photo": ("a.txt", b"x\r\ny")}).is_json()["files"] == {
        "photo": ["a.txt", "x\r\ny"]
    }
    sent = http.get("/echo/x", headers={"X-Club": "web", "Accept": "text/html"}).is_json()["headers"]
    assert (sent["X-Club"], sent["Accept"]) == ("web", "text/html")
    assert "X-Club" not in http.get("/echo/x", headers=None).is_json()["headers"]


def test_a_header_that_cannot_be_sent_is_a_fault_of_the_check(http: Http) -> None:
    with pytest.raises(UnicodeEncodeError):
        http.get("/echo/x", headers={"X": "한글"})


def test_headers_of_a_reply_are_known_in_any_case(http: Http) -> None:
    reply = http.get("/lower")
    assert reply.media_type == "application/json"
    assert reply.headers["X-More"] == "1"
    assert "location" not in reply.headers


def test_all_replies_are_kept_in_order(http: Http) -> None:
    http.get("/echo/x")
    http.get("/nothing")
    assert [reply.status for reply in http.replies] == [200, 404]


def test_redirects_are_followed_only_when_asked(http: Http) -> None:
    assert http.get("/go", params={"to": "/echo/x"}).status == 302
    assert http.get("/go", params={"to": "/echo/x"}, follow=True).is_json()["args"] == []


def test_a_redirected_post_stays_one_with_307_and_308_alone(http: Http) -> None:
    for code, method, value in (
        (302, "GET", None),
        (303, "GET", None),
        (307, "POST", {"a": 1}),
        (308, "POST", {"a": 1}),
    ):
        reply = http.post("/go", params={"to": "/echo/x", "code": code}, json={"a": 1}, follow=True)
        assert (reply.is_json()["method"], reply.is_json()["json"]) == (method, value)


@pytest.mark.parametrize("target", ["http://example.com/", "//example.com/", "https://{host}/", "ftp://{host}/"])
def test_a_redirect_to_another_server_is_not_followed(http: Http, port: int, target: str) -> None:
    assert http.get("/go", params={"to": target.format(host=f"127.0.0.1:{port}")}, follow=True).status == 302


def test_a_redirect_to_no_address_at_all_is_not_followed() -> None:
    with talking(saying(b"HTTP/1.0 302 FOUND\r\nLocation: http://[\r\nContent-Length: 0\r\n\r\n")) as port:
        assert http_to(port).get("/", follow=True).status == 302


def test_a_redirect_in_a_circle_comes_to_an_end() -> None:
    with talking(saying(b"HTTP/1.0 302 FOUND\r\nLocation: /\r\nContent-Length: 0\r\n\r\n")) as port:
        assert http_to(port).get("/", follow=True).status == 302


def test_proxies_of_the_environment_are_left_alone(http: Http, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("no_proxy", "")
    assert http.get("/echo/x").status == 200


def test_a_mount_is_asked_under_its_own_address(http: Http, port: int) -> None:
    http.mount("/club", http_to(port))
    assert http.under("/club").get("/echo/y").is_json()["rest"] == "y"


def test_json_is_what_the_exchange_tells(http: Http) -> None:
    reply = http.post("/echo/x", json={"이름": 1})
    assert reply.exchange.request.body is not None
    assert json.loads(reply.exchange.request.body) == {"이름": 1}
    assert reply.exchange.response is not None
    assert reply.exchange.response.status == 200
    assert reply.did == "POST /echo/x"
