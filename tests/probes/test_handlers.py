"""Handlers of Socket.IO events, read from the text of a submission."""

from __future__ import annotations

import pytest

from shared.probes import Mismatch
from shared.probes.handlers import handler, handlers, must_name
from shared.probes.source import Source


def source(text: str, **more: str) -> Source:
    return Source({"app.py": text.encode(), **{f"{name}.py": code.encode() for name, code in more.items()}})


@pytest.mark.parametrize(
    ("text", "parameters"),
    [
        ("@sio.event\ndef say(sid, data): ...", ("sid", "data")),
        ("@server.event()\ndef say(sid): ...", ("sid",)),
        ("@sio.on('say')\ndef other(sid, data=None): ...", ("sid", "data")),
        ("class Room(Namespace):\n    def on_say(self, sid, data): ...", ("sid", "data")),
        ("@sio.on('hear')\n@sio.on('say')\ndef both(sid, /, data): ...", ("sid", "data")),
    ],
)
def test_every_usual_way_is_read(text: str, parameters: tuple[str, ...]) -> None:
    found = handler(source(text), "say")
    assert found is not None and found.parameters == parameters


def test_the_last_of_two_handlers_counts_and_both_are_listed() -> None:
    text = "@sio.event\ndef say(sid): ...\n@sio.on('say')\ndef again(sid, data): ...\n"
    found = handler(source(text), "say")
    assert found is not None and found.where.line == 4
    assert [one.event for one in handlers(source(text))] == ["say", "say"]


def test_what_a_handler_does_is_read() -> None:
    found = handler(source("@sio.event\ndef say(sid, *data):\n    sio.emit('x')\n    return 1\n"), "say")
    assert found is not None
    assert found.calls == {"emit"} and found.returns_value and found.takes_any


@pytest.mark.parametrize(
    "text", ["@sio.on\ndef say(sid): ...", "def say(sid): ...", "x = 'say'", "on_say = 1", "def f("]
)
def test_what_is_no_handler_is_none(text: str) -> None:
    assert handler(source(text), "say") is None


@pytest.mark.parametrize(
    "text",
    ["def say(): ...", "sio.on('say', f)", "class R:\n    def on_say(self): ...", "EVENT = 'say'", "def broken("],
)
def test_a_name_anywhere_in_the_code_may_be_a_handler(text: str) -> None:
    must_name(source(text), "say")
    must_name(source("", events=text), "say")


@pytest.mark.parametrize("text", ["", "# say", "'''what people say'''", "def says(): ...", "sio.say"])
def test_without_the_name_nothing_can_answer(text: str) -> None:
    with pytest.raises(Mismatch) as failure:
        must_name(source(text), "say")
    assert "say" in str(failure.value.message)
