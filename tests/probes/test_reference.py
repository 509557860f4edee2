"""A server of ours that the learner's client talks to: what arrived is what counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from shared.probes import Mismatch
from shared.probes.client import Client
from shared.probes.reference import Arrived, Reference
from shared.worker.worker import Job

SERVER = """
from flask import Flask, request
app = Flask(__name__)
seen = []

@app.route("/<path:rest>", methods=["GET", "POST", "PUT", "DELETE"])
def anything(rest):
    seen.append(rest)
    return {"count": len(seen), "size": len(request.get_data()), "form": request.form}
"""


@pytest.fixture
def job(open_job: Callable[[dict[str, str]], Job]) -> Job:
    text = "import requests\ndef ask(base_url):\n    return requests.get(base_url + '/a', timeout=5).json()['count']\n"
    return open_job({"client.py": text})


@pytest.fixture
def server(job: Job, tmp_path: Path) -> Iterator[Reference]:
    (tmp_path / "server.py").write_text(SERVER, encoding="utf-8")
    made = Reference(job, tmp_path, "server.py")
    yield made
    made.stop()


@pytest.fixture
def arrived(tmp_path: Path) -> Callable[..., Arrived]:
    """What arrives when something is sent from here."""

    class Here:
        def listen(self) -> object:
            import socket

            return socket.create_server(("127.0.0.1", 0))

    def send(method: str, path: str, **options: object) -> Arrived:
        (tmp_path / "server.py").write_text(SERVER, encoding="utf-8")
        made = Reference(Here(), tmp_path, "server.py")  # type: ignore[arg-type]
        try:
            requests.request(method, made.base_url + path, timeout=5, **options)  # type: ignore[arg-type]
            return made.one()
        finally:
            made.stop()

    return send


def test_the_learners_client_reaches_it(job: Job, server: Reference) -> None:
    from shared.probes.deadline import Deadline

    client = Client(job, job.module("client.py"), "client.py", Deadline(10), "")
    client.returns(1, "ask", server.base_url)
    client.returns(2, "ask", server.base_url)
    assert [request.line for request in server.arrived] == ["GET /a", "GET /a"]
    with pytest.raises(Mismatch) as caught:
        server.one()
    assert caught.value.got == "GET /a\nGET /a"
    server.forget()
    with pytest.raises(Mismatch) as caught:
        server.one()
    assert caught.value.message == "서버에 요청이 오지 않았습니다."


def test_every_step_gets_a_new_one_without_what_others_left(job: Job, tmp_path: Path) -> None:
    (tmp_path / "server.py").write_text(SERVER, encoding="utf-8")
    for _ in range(2):
        made = Reference(job, tmp_path, "server.py")
        assert made.base_url
        assert made.app.name
        made.stop()


def test_another_app_can_take_its_place(server: Reference, job: Job) -> None:
    from shared.probes.deadline import Deadline

    def refusing(environ: object, start_response: Callable[..., object]) -> list[bytes]:
        start_response("200 OK", [("Content-Type", "application/json")])
        return [b'{"count": "other"}']

    client = Client(job, job.module("client.py"), "client.py", Deadline(10), "")
    client.returns("other", "ask", server.start(refusing))


def test_method_path_query_headers_and_body_are_what_was_sent(arrived: Callable[..., Arrived]) -> None:
    got = arrived("POST", "/학생?class=7&name=%EA%B9%80&e=", json={"이름": [1]}, headers={"X-Club": "web"})
    got.asks("POST", "/학생", {"class": "7", "name": "김", "e": ""}).has_header("X-Club", "web").has_json({"이름": [1]})
    assert got.has_header("Content-Type", "application/json").media_type == "application/json"
    assert got.exchange.request.body == '{"\\uc774\\ub984": [1]}'


@pytest.mark.parametrize(
    ("method", "path", "query"),
    [
        ("GET", "/a", None),
        ("POST", "/b", None),
        ("POST", "/a", {"n": "1"}),
        ("POST", "/a", {"n": "1", "m": "2"}),
    ],
)
def test_another_method_path_or_query_is_told(
    arrived: Callable[..., Arrived], method: str, path: str, query: dict[str, str] | None
) -> None:
    with pytest.raises(Mismatch) as caught:
        arrived("POST", "/a?n=1&n=1").asks(method, path, query)
    assert caught.value.got == "POST /a?n=1&n=1"


@pytest.mark.parametrize("sent", [{"a": True}, {"a": "1"}, {"a": 1, "b": 2}, [], None])
def test_another_body_is_told(arrived: Callable[..., Arrived], sent: object) -> None:
    with pytest.raises(Mismatch):
        arrived("POST", "/a", json=sent).has_json({"a": 1})


def test_json_that_is_not_declared_is_told(arrived: Callable[..., Arrived]) -> None:
    with pytest.raises(Mismatch) as caught:
        arrived("POST", "/a", data='{"a": 1}').has_json({"a": 1})
    assert caught.value.got == '본문 {"a": 1} (Content-Type: -)'
    with pytest.raises(Mismatch) as caught:
        arrived("POST", "/a", data=b"\xff").has_header("X-Club", "web")
    assert caught.value.got == "X-Club: (없음)"


def test_a_body_in_chunks_is_kept_and_handed_on(arrived: Callable[..., Arrived]) -> None:
    assert arrived("POST", "/a", data=iter([b"ab", b"cd"])).body == b"abcd"
