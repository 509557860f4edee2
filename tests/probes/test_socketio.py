"""Socket.IO clients against real servers in a worker: events, refusals, fences, lost lines, and what never comes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from shared.messages import socketio as words
from shared.probes import Mismatch
from shared.probes.deadline import Deadline
from shared.probes.socketio import EITHER, POLLING, UPGRADE, WEBSOCKET, Sockets
from shared.worker.worker import Job

Serve = Callable[..., Sockets]

START = """
import os, threading, time
import socketio
from flask import Flask
app = Flask(__name__)
sio = socketio.Server(async_mode="threading")
app.wsgi_app = socketio.WSGIApp(sio, app.wsgi_app)
"""
TALKS = """
@sio.event
def echo(sid, *data):
    sio.emit("echoed", data, to=sid)
@sio.event
def double(sid, number=None):
    return number * 2
@sio.event
def tell(sid, text):
    sio.emit("told", text)
@sio.event
def later(sid):
    threading.Timer(0.3, sio.emit, ["came", 1]).start()
@sio.event
def tell_slowly(sid, text):
    sio.emit("told", text, to=sid)
    time.sleep(0.2)
    sio.emit("told", text, skip_sid=sid)
@sio.event
def stuck(sid):
    time.sleep(60)
@sio.event
def throw_out(sid):
    sio.disconnect(sid)
@sio.event
def die(sid):
    os._exit(3)
@sio.event
def disconnect(sid, reason):
    sio.emit("gone", sid)
"""
ASKS_FOR_A_NAME = """
@sio.event
def connect(sid, environ, auth):
    if auth is None:
        raise socketio.exceptions.ConnectionRefusedError("who?")
    if auth == "quietly":
        return False
    sio.emit("hello", auth["name"], to=sid)
"""
EVERY_TRANSPORT = pytest.mark.parametrize("transports", [WEBSOCKET, POLLING, UPGRADE, EITHER])


@pytest.fixture
def serve(open_job: Callable[[dict[str, str]], Job]) -> Iterator[Serve]:
    """The sockets probe on an `app.py` of this text."""
    made: list[Sockets] = []

    def start(text: str, seconds: float = 10.0) -> Sockets:
        job = open_job({"app.py": START + text})
        run, ports = job.serve("app.py")
        loaded = run.wait_for(lambda report: report["event"] in ("loaded", "load_failed"), 10)
        assert loaded is not None and loaded["event"] == "loaded", loaded
        port = ports[""]
        made.append(
            Sockets(
                f"http://127.0.0.1:{port}",
                lambda limit: job.connect("127.0.0.1", port, limit),
                Deadline(seconds),
                lambda: len(run.errors()),
            )
        )
        return made[-1]

    yield start
    for sockets in made:
        sockets.end()


@EVERY_TRANSPORT
def test_events_and_acknowledgements_come_and_go(serve: Serve, transports: tuple[str, ...]) -> None:
    client = serve(TALKS).connect(transports=transports)
    client.emit("echo", {"이름": [1, 2.5, None]})
    client.hears("echoed", {"이름": [1, 2.5, None]})
    client.emit("echo", 1, "two")
    assert client.hears("echoed") == (1, "two")
    client.emit("echo")
    assert client.hears("echoed") is None
    assert client.call("double", 4) == 8
    assert client.transport == ("polling" if transports == POLLING else "websocket")


@EVERY_TRANSPORT
def test_a_refusal_has_the_servers_reason(serve: Serve, transports: tuple[str, ...]) -> None:
    sockets = serve(ASKS_FOR_A_NAME)
    assert sockets.refused(transports=transports) == "who?"
    assert sockets.refused("quietly", transports=transports) != ""
    sockets.connect({"name": "김"}, transports=transports).hears("hello", "김")


def test_who_is_refused_is_not_connected_and_the_other_way_round(serve: Serve) -> None:
    sockets = serve(ASKS_FOR_A_NAME)
    with pytest.raises(Mismatch) as refused:
        sockets.connect()
    assert refused.value.expected == words.CONNECTS and "who?" in str(refused.value.got)
    with pytest.raises(Mismatch) as taken:
        sockets.refused({"name": "김"})
    assert (taken.value.expected, taken.value.got) == (words.REFUSES, words.ENDINGS["connects"])


@EVERY_TRANSPORT
def test_a_connect_handler_that_fails_neither_accepts_nor_refuses(serve: Serve, transports: tuple[str, ...]) -> None:
    sockets = serve(ASKS_FOR_A_NAME)
    began = time.monotonic()
    with pytest.raises(Mismatch) as failure:
        sockets.refused(["no", "dict"], transports=transports)
    assert failure.value.got == words.ENDINGS["unanswered"]
    assert time.monotonic() - began < 5, "a fence tells, nobody waits for the end of the step"
    assert sockets.has_failed()


def test_an_app_without_socketio_neither_accepts_nor_refuses(serve: Serve) -> None:
    sockets = serve("app = Flask(__name__)")
    for attempt in (sockets.connect, sockets.refused):
        with pytest.raises(Mismatch) as failure:
            attempt()
        assert failure.value.message == words.UNREACHABLE


@pytest.mark.parametrize("one", ["polling", "websocket"])
def test_either_transport_is_taken_where_the_server_speaks_one_alone(serve: Serve, one: str) -> None:
    text = f"sio = socketio.Server(transports=['{one}'])\napp.wsgi_app = socketio.WSGIApp(sio, Flask(__name__))\n"
    sockets = serve(text + TALKS)
    assert sockets.connect().transport == one
    with pytest.raises(Mismatch):
        sockets.connect(transports=POLLING if one == "websocket" else WEBSOCKET)


@EVERY_TRANSPORT
def test_what_the_others_hear_is_there_when_everything_has_settled(serve: Serve, transports: tuple[str, ...]) -> None:
    sockets = serve(TALKS)
    sender, other = sockets.connect(transports=transports), sockets.connect(transports=transports)
    sender.emit("tell_slowly", "안녕")
    sender.hears("told", "안녕")
    with pytest.raises(Mismatch) as failure:
        other.has_not_heard("told")
    assert failure.value.expected == words.HEARS_NOT.format(who="나", event="told")
    unwanted = [moment for moment in failure.value.timeline if moment.kind == "unwanted"]
    assert [(moment.who, moment.event) for moment in unwanted] == [("나", "told")]
    sender.has_not_heard("told")


def test_events_are_taken_one_by_one_and_others_are_passed_over(serve: Serve) -> None:
    sockets = serve(TALKS)
    client = sockets.connect()
    for text in ("a", "b"):
        client.emit("echo", text)
        client.emit("tell", text)
    sockets.settle()
    assert {client.hears("told"), client.hears("told")} == {"a", "b"}
    assert [event for event, _ in client.heard] == ["echoed", "echoed"]


def test_what_comes_from_a_thread_of_its_own_is_waited_for(serve: Serve) -> None:
    client = serve(TALKS).connect()
    client.emit("later")
    client.hears("came", 1)


def test_what_does_not_come_is_known_before_the_step_is_over(serve: Serve) -> None:
    client = serve(TALKS, seconds=30.0).connect()
    began = time.monotonic()
    client.emit("echo", 1)
    with pytest.raises(Mismatch) as failure:
        client.hears("told", 1)
    assert time.monotonic() - began < 10
    assert failure.value.got == words.HEARD_NOTHING.format(who="가", event="told")
    assert [moment.kind for moment in failure.value.timeline][-2:] == ["hears", "misses"]


def test_other_data_is_told(serve: Serve) -> None:
    client = serve(TALKS).connect()
    client.emit("echo", True)
    with pytest.raises(Mismatch) as failure:
        client.hears("echoed", 1)
    assert failure.value.got == "가 쪽에 온 이벤트 echoed: true"
    client.emit("echo", {"a": 1, "b": 2})
    assert client.hears_with("echoed", a=1) == {"a": 1, "b": 2}
    client.emit("echo", {"a": 1})
    with pytest.raises(Mismatch):
        client.hears_with("echoed", b=2)


def test_an_acknowledgement_that_never_comes_ends_with_the_step(serve: Serve) -> None:
    client = serve(TALKS, seconds=1.0).connect()
    with pytest.raises(Mismatch) as failure:
        client.call("stuck")
    assert (failure.value.expected, failure.value.got) == (words.ACKNOWLEDGED.format(event="stuck"), words.NO_ACK)
    assert failure.value.timeline[-1].kind == "unacknowledged"


def test_a_handler_that_fails_is_not_waited_for(serve: Serve) -> None:
    client = serve(TALKS, seconds=60.0).connect()
    began = time.monotonic()
    with pytest.raises(Mismatch):
        client.call("double")
    assert time.monotonic() - began < 30
    assert client.call("double", 3) == 6


@EVERY_TRANSPORT
def test_who_leaves_is_gone_when_leave_comes_back(serve: Serve, transports: tuple[str, ...]) -> None:
    sockets = serve(TALKS)
    staying, leaving = sockets.connect(transports=transports), sockets.connect(transports=transports)
    leaving.leave()
    staying.fence()
    assert staying.heard == [("gone", (leaving.sid,))]


@EVERY_TRANSPORT
def test_a_cut_line_is_noticed(serve: Serve, transports: tuple[str, ...]) -> None:
    sockets = serve(TALKS)
    staying, dropping = sockets.connect(transports=transports), sockets.connect(transports=transports)
    dropping.drop()
    staying.hears("gone", dropping.sid)
    with pytest.raises(Mismatch) as failure:
        dropping.emit("tell", "still there?")
        dropping.hears("told")
    assert failure.value.got in (words.GONE, words.HEARD_NOTHING.format(who="나", event="told"))


def test_who_is_thrown_out_is_not_waited_for(serve: Serve) -> None:
    client = serve(TALKS, seconds=60.0).connect()
    began = time.monotonic()
    client.emit("throw_out")
    with pytest.raises(Mismatch):
        client.hears("told")
    assert time.monotonic() - began < 30
    assert "lost" in [moment.kind for moment in client.mismatch().timeline]


@pytest.mark.parametrize("transports", [WEBSOCKET, POLLING])
def test_a_server_that_is_gone_is_told(serve: Serve, transports: tuple[str, ...]) -> None:
    sockets = serve(TALKS, seconds=3.0)
    client = sockets.connect(transports=transports)
    with pytest.raises(Mismatch) as failure:
        client.call("die")
    assert failure.value.got in (words.LOST, words.NO_ACK)
    with pytest.raises(Mismatch):
        sockets.connect(transports=transports)


def test_clients_have_names_and_meet_in_one_timeline(serve: Serve) -> None:
    sockets = serve(TALKS)
    first, second = sockets.connect(), sockets.connect(who="손님")
    first.emit("tell", "안녕")
    second.hears("told", "안녕")
    sockets.settle()
    moments = sockets.timeline.moments
    assert [(m.who, m.kind) for m in moments[:4]] == [
        ("가", "asks"),
        ("가", "connects"),
        ("손님", "asks"),
        ("손님", "connects"),
    ]
    assert {m.who for m in moments if m.kind == "hears"} == {"가", "손님"}
    assert [m.seconds for m in moments] == sorted(m.seconds for m in moments)
