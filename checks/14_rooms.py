"""14 room"""

from __future__ import annotations

import ast
import re

import home  # noqa: F401
from shared.checking import Check
from shared.messages.socketio import HEARS_NOT, hears
from shared.probes import Mismatch, Skip
from shared.probes.event_data import as_text, has, one
from shared.probes.handlers import handler, must_name
from shared.probes.source import dotted

check = Check(__file__)


@check.task(1, reread="들어가기")
def joins_rooms(sockets, fresh, source):
    """`join`을 보내면 room에 들어가 인원을 확인 응답으로 받고, 안의 다른 사람들은 `joined`를 받습니다."""
    must_name(source, "join")
    room, other = rooms(fresh)
    clients = []
    for total in (1, 2, 3):  # each connects only now: what outsiders hear is another task
        newcomer = sockets.connect()
        newcomer.is_answered("join", room, ok=True, total=total)
        newcomer.has_not_heard("joined")
        for client in clients:
            client.hears_with("joined", room=room, total=total)
        clients.append(newcomer)
    second, fourth = clients[1], sockets.connect()
    fourth.is_answered("join", other, ok=True, total=1)
    second.is_answered("join", room, ok=True, total=3)
    fourth.is_answered("join", room, ok=True, total=4)


@joins_rooms.mistake(
    "joined-to-sender",
    '`joined`가 들어온 사람에게도 갔습니다. `sio.emit("joined", ..., to=room, skip_sid=sid)`처럼 `skip_sid`를 적어 '
    "주세요.",
)
def newcomer_hears_joined(failure):
    return heard_in_vain(failure, "joined")


@joins_rooms.mistake(
    "counted-twice",
    "들어와 있는 사람이 다시 들어왔을 때 인원이 늘었습니다. 수를 더하지 말고, `sid`를 집합(set)에 넣고 `len()`으로 "
    "세어 주세요.",
)
def joined_twice_counts_twice(failure):
    return total_is_off(failure, 1) and sent_before(failure)


@joins_rooms.mistake(
    "counted-too-early",
    "인원이 하나 적습니다. 들어온 사람을 넣은 다음에 세어 주세요.",
)
def counted_before_entering(failure):
    return total_is_off(failure, -1)


@joins_rooms.mistake(
    "W14",
    "`enter_room`의 순서가 바뀌었습니다. `sio.enter_room(sid, room)`처럼 `sid`를 먼저 적어 주세요.",
)
def arguments_swapped(error):
    return error.type == "ValueError" and "cannot enter a sid room" in error.text


@joins_rooms.mistake(
    "W14",
    "`enter_room`에 넣은 `sid`가 이 서버의 연결이 아닙니다. 처리 함수가 받은 `sid`를 그대로 넣어 주세요.",
)
def sid_of_something_else(error):
    in_enter_room = any("enter_room" in frame.code for frame in error.frames)
    return in_enter_room and (error.type == "KeyError" or "sid is not connected" in error.text)


@check.task(2, reread="나가기")
def leaves_rooms(sockets, fresh, source):
    """`leave`를 보내면 room에서 나가 남은 인원을 받고, 남은 사람들은 `left`를 받습니다."""
    must_name(source, "leave")
    rests_on(source, "join")
    room, other = rooms(fresh)
    first, second, third = (inside(sockets, room) for _ in range(3))
    second.is_answered("leave", room, ok=True, total=2)
    for client in (first, third):
        client.hears_with("left", room=room, total=2)
    second.has_not_heard("left")
    third.is_answered("leave", room, ok=True, total=1)
    first.hears_with("left", room=room, total=1)
    must_refuse(second, "leave", room)
    must_refuse(first, "leave", other)
    first.is_answered("leave", room, ok=True, total=0)
    must_refuse(first, "leave", room)


@leaves_rooms.mistake(
    "left-to-sender",
    "`left`가 나간 사람에게도 갔습니다. `sio.leave_room(sid, room)`을 먼저 부르거나 `skip_sid=sid`를 적어 주세요.",
)
def leaver_hears_left(failure):
    return heard_in_vain(failure, "left")


@leaves_rooms.mistake(
    "W14",
    "`leave_room`의 순서가 바뀌어서 나가지 않았습니다. `leave_room`은 틀려도 오류를 내지 않습니다. "
    "`sio.leave_room(sid, room)`처럼 `sid`를 먼저 적어 주세요.",
)
def leave_room_arguments_swapped(source):
    return leaves_something_else(source, "leave")


@leaves_rooms.mistake(
    "counted-too-early",
    "인원이 하나 많습니다. 나간 사람을 뺀 다음에 세어 주세요.",
)
def counted_before_leaving(failure):
    return total_is_off(failure, 1)


@leaves_rooms.mistake(
    "counted-off-twice",
    "인원이 하나 적습니다. 나간 사람을 이미 뺐는데 1을 또 뺐습니다. 뺀 다음에 그대로 세어 주세요.",
)
def counted_off_twice(failure):
    return total_is_off(failure, -1)


@leaves_rooms.mistake(
    "not-a-member",
    '그 room에 없는 사람이 나갔는데 `{"ok": true}`라고 답했습니다. 먼저 그 사람이 room에 있는지 살펴보고, 없으면 '
    '`{"ok": False, "error": ...}`를 돌려주세요.',
)
def anybody_may_leave(failure):
    return expects_refusal(failure) and '"ok": true' in failure.got


@leaves_rooms.mistake(
    "empty-room",
    "마지막 사람이 나가면 그 room은 사라집니다. 없는 room을 `[ ]`로 찾아서 `KeyError`가 났습니다. "
    "`members.get(room, set())`처럼 없을 때의 값을 적어 주세요.",
)
def empty_room_is_gone(error):
    return error.type == "KeyError"


@check.task(3, reread="room에 말하기")
def says_to_the_room(sockets, fresh, source):
    """`say`로 보낸 글을 room의 다른 사람들이 `said`로 받습니다. 보낸 사람은 받지 않습니다."""
    must_name(source, "say")
    rests_on(source, "join")
    room, _ = rooms(fresh)
    clients = [inside(sockets, room) for _ in range(3)]
    for sender in clients[:2]:
        text = f"{fresh.word()} {fresh.name()} {fresh.markup()}"
        sender.is_answered("say", {"room": room, "text": text}, ok=True)
        for client in clients:
            if client is not sender:
                client.hears_with("said", room=room, text=text)
        sender.has_not_heard("said")


@says_to_the_room.mistake(
    "said-to-sender",
    '`said`가 보낸 사람에게도 갔습니다. `sio.emit("said", ..., to=room, skip_sid=sid)`처럼 `skip_sid`를 적어 주세요.',
)
def sender_hears_said(failure):
    return heard_in_vain(failure, "said")


@says_to_the_room.mistake(
    "said-shape",
    '`said`의 모양이 다릅니다. `{"room": ..., "text": ...}` 모양의 객체로 보내 주세요.',
)
def said_is_plain_text(failure):
    return any(m.kind == "hears" and m.event == "said" and not m.data.startswith("{") for m in failure.timeline)


@says_to_the_room.mistake(
    "to-missing-people",
    "room의 다른 사람이 `said`를 받지 못했습니다. `join`에서 `sio.enter_room(sid, room)`을 불렀는지, `to=room`에 그 "
    "room의 이름을 넣었는지 살펴보아 주세요.",
)
def nobody_hears(failure):
    heard = any(moment.kind == "hears" and moment.event == "said" for moment in failure.timeline)
    return last_moment(failure) == "misses" and not heard


@check.task(4, reread="밖에 있는 사람")
def keeps_outsiders_out(sockets, fresh, source):
    """room에 없는 사람은 그 room의 이벤트를 받지 않고, 그 room에 말할 수 없습니다."""
    rests_on(source, "join")
    rests_on(source, "say")
    room, other = rooms(fresh)
    member, second = inside(sockets, room), inside(sockets, room)
    neighbour, passer_by = inside(sockets, other), sockets.connect()
    outsiders = [neighbour, passer_by]
    third, lost = inside(sockets, room), inside(sockets, room)
    must_not_hear(sockets, outsiders, "joined", room)
    if names(source, "leave") and has_left(third, room):
        must_not_hear(sockets, outsiders, "left", room)
        outsiders.append(third)
    lost.leave()
    must_not_hear(sockets, [neighbour, passer_by], "left", room)
    text = fresh.word()
    member.emit("say", {"room": room, "text": text})
    must_not_hear(sockets, outsiders, "said", room)
    for outsider in outsiders:
        must_refuse(outsider, "say", {"room": room, "text": fresh.word()})
    must_not_hear(sockets, [member, second], "said", room, but=text)


@keeps_outsiders_out.mistake(
    "still-inside",
    "`leave`로 나간 사람에게 그 room의 말이 계속 갑니다. `sio.leave_room(sid, room)`을 불러 주세요.",
)
def leaver_still_hears(failure):
    leavers = {moment.who for moment in failure.timeline if moment.kind == "sends" and moment.event == "leave"}
    return any(failure.expected == HEARS_NOT.format(who=who, event="said") for who in leavers)


@keeps_outsiders_out.mistake(
    "W13",
    "room 밖에 있는 사람에게도 이벤트가 갔습니다. `to`가 없는 `sio.emit`은 연결된 모두에게 보냅니다. `to=room`을 적어 "
    "주세요.",
)
def everybody_hears(failure, source):
    events = (("joined", "join"), ("said", "say"), ("left", "leave"), ("left", "disconnect"))
    return any(heard_in_vain(failure, heard) and not emits_to(source, event) for heard, event in events)


@keeps_outsiders_out.mistake(
    "not-a-member",
    "room에 없는 사람의 말을 받아들였습니다. `emit`하기 전에 `room in sio.rooms(sid)`처럼 그 사람이 room에 있는지 "
    '살펴보고, 없으면 `{"ok": False, "error": ...}`를 돌려주세요.',
)
def anybody_may_speak(failure):
    return expects_refusal(failure) and '"ok": true' in failure.got


@keeps_outsiders_out.mistake(
    "refused-and-sent",
    "거절한다고 답했지만 말은 room에 갔습니다. `emit`하기 전에 살펴보고, 없으면 바로 `return`해 주세요.",
)
def refused_and_sent(failure):
    return heard_in_vain(failure, "said")


@check.task(5, reread="연결이 끊긴 사람")
def takes_out_the_lost(sockets, fresh, source):
    """연결이 끊긴 사람은 모든 room에서 나가고, 남은 사람들은 바른 인원이 적힌 `left`를 받습니다."""
    must_name(source, "disconnect")
    rests_on(source, "join")
    room, other = rooms(fresh)
    first, second, third, fourth = (inside(sockets, room) for _ in range(4))
    for client in (first, second):
        enters(client, other)
    second.drop()
    must_hear_left(first, {room: 3, other: 1})
    for client in (third, fourth):
        must_hear_left(client, {room: 3})
    third.leave()
    for client in (first, fourth):
        must_hear_left(client, {room: 2})
    fourth.drop()
    must_hear_left(first, {room: 1})
    inside(sockets, room).drop()
    must_hear_left(first, {room: 1})


@takes_out_the_lost.mistake(
    "W14",
    "`leave_room`의 순서가 바뀌어서 나가지 않았습니다. `sio.leave_room(sid, room)`처럼 `sid`를 먼저 적어 주세요.",
)
def lost_leave_room_arguments_swapped(source):
    return leaves_something_else(source, "disconnect")


@takes_out_the_lost.mistake(
    "counted-too-early",
    "인원이 하나 많습니다. `disconnect`가 불릴 때 그 사람은 아직 room에 있습니다. 먼저 뺀 다음에 세어 주세요.",
)
def lost_counted_before_leaving(failure):
    return total_is_off(failure, 1)


@takes_out_the_lost.mistake(
    "counted-off-twice",
    "인원이 하나 적습니다. 끊긴 사람을 이미 뺐는데 1을 또 뺐습니다. 뺀 다음에 그대로 세어 주세요.",
)
def lost_counted_off_twice(failure):
    return total_is_off(failure, -1)


@takes_out_the_lost.mistake(
    "one-room-only",
    "끊긴 사람이 들어가 있던 room 가운데 하나에만 알렸습니다. 한 사람이 여러 room에 있을 수 있습니다. `for`로 모두 "
    "돌아 주세요.",
)
def lost_from_one_room_only(failure):
    if failure.error is not None:  # the handler broke before it came to the next room
        return False
    heard = any(moment.kind == "hears" and moment.event == "left" for moment in failure.timeline)
    return last_moment(failure) == "misses" and heard


@takes_out_the_lost.mistake(
    "nobody-told",
    "연결이 끊겼는데 남은 사람들에게 `left`가 가지 않았습니다. room에서 나가는 일은 라이브러리가 하지만, 알리는 일은 "
    "`disconnect` 처리 함수가 해야 합니다.",
)
def nobody_is_told(failure, source):
    found = handler(source, "disconnect")
    return last_moment(failure) == "misses" and found is not None and "emit" not in found.calls


# Below: mistakes that may be made in several tasks. The first that matches is told, so those above come before these.

EVENTS = (
    (joins_rooms, "join"),
    (leaves_rooms, "leave"),
    (says_to_the_room, "say"),
    (keeps_outsiders_out, "say"),
    (takes_out_the_lost, "disconnect"),
)


def mistakes_with(task, event):
    """Add the mistakes that any of the handlers may have."""

    @task.mistake(
        "no-return",
        '확인 응답에 값이 없습니다. 처리 함수가 `return`한 값이 확인 응답이 됩니다. `{"ok": ...}`를 `return`해 주세요.',
    )
    def nothing_returned(failure):
        return failure.got == "null"

    @task.mistake(
        "no-sid",
        "처리 함수에 `sid`가 없습니다. 서버의 처리 함수는 맨 앞에서 보낸 사람의 `sid`를 받습니다. "
        "`(sid, data)`처럼 `sid`를 먼저 적어 주세요.",
    )
    def sid_is_missing(source):
        found = handler(source, event)
        if found is None or found.takes_any or source.has("app.py", r"\bflask_socketio\b"):
            return False
        return len(found.parameters) < 2 and "sid" not in found.parameters[:1]


for task, event in EVENTS:
    mistakes_with(task, event)


def rooms(fresh):
    """Two names of rooms."""
    return f"{fresh.name()} {fresh.word()}", fresh.word()


def inside(sockets, room):
    """A new client that is in a room. Where going in does not work, task 1 tells so."""
    try:
        client = sockets.connect()
    except Mismatch as failure:
        raise Skip("서버에 연결되지 않아서 확인할 수 없습니다. 과제 1부터 해 보세요.") from failure
    enters(client, room)
    return client


def enters(client, room):
    """Go into a room, whatever total is told."""
    try:
        client.is_answered("join", room, ok=True)
    except Mismatch as failure:
        raise Skip("`join`으로 room에 들어갈 수 있어야 확인할 수 있습니다. 과제 1부터 해 보세요.") from failure


def has_left(client, room):
    """Whether this client could leave a room; how, is another task."""
    try:
        client.is_answered("leave", room, ok=True)
    except Mismatch:
        return False
    return True


def names(source, event):
    """Whether the event's name stands anywhere in the code."""
    try:
        must_name(source, event)
    except Mismatch:
        return False
    return True


def rests_on(source, event):
    """Without a handler for this event, another task tells so."""
    if not names(source, event):
        raise Skip(f"`{event}` 처리 함수가 있어야 확인할 수 있습니다. 앞의 과제부터 해 보세요.")


def must_refuse(client, event, data):
    """The acknowledgement is a refusal with a reason."""
    answer = client.is_answered(event, data, ok=False)
    if "error" not in answer:
        raise client.mismatch(expected=f'{event}의 확인 응답: {{"ok": false, "error": ...}}', got=as_text(answer))


def must_hear_left(client, totals):
    """Somebody has left these rooms, in any order; `totals` are the people who stay in each."""
    waiting = dict(totals)
    while waiting:
        data = client.hears("left")
        room = data.get("room") if isinstance(data, dict) else None
        if isinstance(room, str) and room not in totals:
            continue  # what outsiders hear is another task
        wanted = room if isinstance(room, str) and room in waiting else next(iter(waiting))
        expected = {"room": wanted, "total": waiting.pop(wanted)}
        if not has(data, expected):
            raise client.heard_other("left", hears(client.who, "left", as_text(expected)), data)


def must_not_hear(sockets, clients, event, room, but=None):
    """None of these has heard an event of this room, except for one text."""
    sockets.settle()
    for client in clients:
        for name, data in client.heard:
            about = data[0] if data and isinstance(data[0], dict) else {"text": one(data)}
            if name == event and about.get("room", room) == room and (but is None or about.get("text") != but):
                raise client.heard_other(event, HEARS_NOT.format(who=client.who, event=event), *data)


def heard_in_vain(failure, event):
    """Whether a client has heard this event that should not have."""
    return failure.expected in {HEARS_NOT.format(who=who, event=event) for who in "가나다라마바사아자차"}


def expects_refusal(failure):
    """Whether the step has failed at something that must be refused."""
    return '"ok": false' in failure.expected


def total_is_off(failure, difference):
    """Whether the total that was told is too high or too low by this much."""
    expected, got = (re.search(r'"total": (\d+)', text or "") for text in (failure.expected, failure.got))
    return expected is not None and got is not None and int(got[1]) - int(expected[1]) == difference


def sent_before(failure):
    """Whether the client has sent the last event with this data before."""
    sent = [(moment.who, moment.event, moment.data) for moment in failure.timeline if moment.kind == "sends"]
    return sent[-1] in sent[:-1]


def last_moment(failure):
    """What kind of thing has happened last between the clients and the server."""
    return failure.timeline[-1].kind if failure.timeline else ""


def emits_to(source, event):
    """Whether every `emit` in the handler of an event says `to=` or `room=`, or it cannot be read."""
    found = handler(source, event)
    calls = [node for node in ast.walk(found.tree) if isinstance(node, ast.Call)] if found else []
    emits = [call for call in calls if dotted(call.func).endswith("emit")]
    return all(any(key.arg in ("to", "room", None) for key in call.keywords) for call in emits)


def leaves_something_else(source, event):
    """Whether `leave_room` in the handler of an event is handed the room first, or no sid at all."""
    found = handler(source, event)
    calls = [node for node in ast.walk(found.tree) if isinstance(node, ast.Call)] if found else []
    firsts = [call.args[0] for call in calls if dotted(call.func).endswith(".leave_room") and call.args]
    return any(isinstance(first, ast.Name) and first.id in ("room", "sio", "app") for first in firsts)


if __name__ == "__main__":
    check.main()
