"""14 room"""

from __future__ import annotations

import home  # noqa: F401
from mistakes.rooms import handling, joining, leaving, speaking
from shared.checking import Check
from shared.messages.socketio import HEARS_NOT, hears
from shared.probes import Mismatch, Skip
from shared.probes.event_data import as_text, has, one
from shared.probes.handlers import must_name

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


# Of several that match, the first is told: what belongs to one task stands before what any handler may have.
for subject in (joining, leaving, speaking, handling):
    check.know(subject.known)

if __name__ == "__main__":
    check.main()
