"""Lesson 15: people who come in and talk, and what each of them has heard."""

from __future__ import annotations

import contextlib

from shared.messages.socketio import hears
from shared.probes import Mismatch, Skip
from shared.probes.event_data import as_text
from shared.probes.handlers import must_name
from shared.probes.socketio import EITHER, WEBSOCKET

NEWEST = 200


def comes_in(sockets, transports=EITHER):
    """A client that is connected. Where connecting does not work, task 2 tells so."""
    try:
        return sockets.connect(transports=transports)
    except Mismatch as failure:
        raise Skip("서버에 연결되지 않아서 확인할 수 없습니다. 과제 2부터 해 보세요.") from failure


def come_in(sockets, newcomers):
    """Add a newcomer, unless it is not let in."""
    with contextlib.suppress(Mismatch):
        newcomers.append(sockets.connect(transports=WEBSOCKET))


def names(source, event):
    """Whether the event's name stands anywhere in the code."""
    try:
        must_name(source, event)
    except Mismatch:
        return False
    return True


def is_handled(client, text):
    """Send a text; whether its handler came to its end. With what acknowledgement is another task."""
    try:
        client.call("message", text)
    except Mismatch:
        return False
    return True


def must_be_handled(client, text):
    """Where a handler does not come to its end, task 4 tells so."""
    if not is_handled(client, text):
        raise Skip("`message` 처리 함수가 오류 없이 끝나야 확인할 수 있습니다. 과제 4부터 해 보세요.")


def rests_on_messages(source):
    """Without a handler for `message`, another task tells so."""
    if not names(source, "message"):
        raise Skip("`message` 처리 함수가 있어야 확인할 수 있습니다. 과제 4부터 해 보세요.")


def messages(events):
    """What these events bring, in order: the items of `history` one by one, and each `message`."""
    for event, data in events:
        if event == "history" and data and isinstance(data[0], list):
            yield from data[0]
        elif event == "message" and data:
            yield data[0]


def talk(client):
    """What people have said, as it has come, in order."""
    return [
        message.get("message")
        for message in messages(client.heard)
        if isinstance(message, dict) and message.get("isSystem") is False
    ]


def notes(events):
    """The messages of the server itself among these events; those of the history are old."""
    fresh = messages((event, data) for event, data in events if event == "message")
    return [message for message in fresh if is_note(message)]


def is_note(message):
    """Whether this is a message of the server itself."""
    return isinstance(message, dict) and isinstance(message.get("message"), str) and message.get("isSystem") is True


def newest(texts):
    """What is kept of these."""
    return texts[-NEWEST:]


def forget(client):
    """Take all that has come so far, so that only what is new is looked at."""
    for event, _ in client.heard:
        client.hears(event)


def compare(client, got, wanted):
    """These texts and no others have come, in this order."""
    if got != wanted:
        raise client.mismatch(expected=f"메시지: {as_text(wanted)}", got=f"메시지: {as_text(got)}")


def is_greeted(sockets, client, earlier, total):
    """The earlier messages (any, for None), then one's own note, then the permission to speak. Gives the messages."""
    sockets.settle()
    events = client.heard
    enabled = next((i for i, (event, _) in enumerate(events) if event == "enable_message"), None)
    if enabled is None:
        client.hears("enable_message")  # fails, with all that has come
    came = talk(client)
    if earlier is not None:
        compare(client, came, earlier)
    before = events[:enabled]
    old = max((i for i, event in enumerate(before) if brings_talk(*event)), default=-1)
    own_note(client, before[old + 1 :], total)
    return came


def own_note(client, events, total):
    """The last note among these events is one's own, and tells this number."""
    found = notes(events)
    if not found or found[-1].get("total") != total:
        where = "(앞의 메시지 다음, enable_message 앞)"
        raise client.mismatch(
            expected=f"{hears(client.who, 'message', as_text(note_of(total)))} {where}",
            got=as_text(found[-1]) if found else "시스템 메시지 없음",
        )


def note_of(total):
    """A note as it should be, whatever its words."""
    return {"message": "...", "isSystem": True, "total": total}


def brings_talk(event, data):
    """Whether this event brings what people have said."""
    return event == "history" or (event == "message" and bool(data) and not is_note(data[0]))


def hears_note(client, total):
    """The next note tells this number."""
    while not is_note(data := client.hears("message")):
        if not isinstance(data, dict) or data.get("isSystem") is not False:
            break
    if not is_note(data) or data.get("total") != total:
        raise client.heard_other("message", hears(client.who, "message", as_text(note_of(total))), data)
