"""13 이벤트"""

from __future__ import annotations

import time

import home  # noqa: F401
from mistakes.socketio import acknowledging, connections, loading, registering, sending
from shared.checking import Check
from shared.probes import Mismatch, Skip
from shared.probes.client import same
from shared.probes.event_data import as_text
from shared.probes.handlers import must_name
from shared.probes.socketio import EITHER, POLLING, WEBSOCKET

check = Check(__file__)

PATIENCE = 1.0
"""Seconds within which the server has to notice that a line was cut."""


@check.task(1, reread="연결과 닉네임")
def takes_in_nicknames(sockets, fresh, source):
    """닉네임이 없는 연결은 거절하고, 닉네임이 있으면 그 사람에게만 `welcome`을 보냅니다."""
    must_name(source, "connect")
    for auth in (
        None,
        fresh.word(),
        [fresh.word()],
        {fresh.word(): fresh.name()},
        {"nickname": ""},
        {"nickname": "  "},
    ):
        message = sockets.refused(auth)
        if not message.strip():
            raise Mismatch(expected="이유가 적힌 connect_error", got="이유가 없는 connect_error")
    nicknames = [fresh.name(), f"{fresh.name()} {fresh.word()}"]
    first, second = (sockets.connect({"nickname": nickname}) for nickname in nicknames)
    for client, nickname in zip((first, second), nicknames, strict=True):
        client.hears_with("welcome", sid=client.sid, nickname=nickname)
    for client in (first, second):
        client.has_not_heard("welcome")


@check.task(2, reread="이벤트 보내기와 받기")
def replies_to_the_sender(sockets, fresh, source):
    """`my_event`로 보낸 값이 `my_reply`로 보낸 사람에게만 돌아옵니다."""
    must_name(source, "my_event")
    sender, other = connected(sockets, fresh), connected(sockets, fresh)
    number = fresh.integer(2, 9999)
    nested = {fresh.word(): [number, fresh.half_number(), {"이름": fresh.name()}], "있음": True, "없음": None}
    for value in (fresh.word(), number, nested, [fresh.name(), [number]], [], {}, "", 0, False, None):
        sender.emit("my_event", value)
        replied = sender.hears("my_reply")
        if not same(replied, value):
            raise sender.heard_other("my_reply", f"가 쪽에 오는 이벤트 my_reply: {as_text(value)}", replied)
    other.has_not_heard("my_reply")


@check.task(3, reread="모두에게 보내기와 한 사람에게 보내기")
def shouts_to_everybody(sockets, fresh, source):
    """`shout`로 보낸 글이 닉네임과 함께 모두에게, 보낸 사람에게도 갑니다."""
    must_name(source, "shout")
    nicknames = [f"{fresh.name()} {fresh.word()}" for _ in range(3)]
    clients = [connected(sockets, fresh, nickname=nickname) for nickname in nicknames]
    for sender, nickname in zip(clients[:2], nicknames, strict=False):
        text = f"{fresh.word()} {fresh.name()} {fresh.markup()}"
        sender.emit("shout", text)
        for client in (*(one for one in clients if one is not sender), sender):
            client.hears_with("shout", nickname=nickname, text=text)


@check.task(4, reread="확인 응답")
def adds_two_numbers(sockets, fresh, source):
    """`add`로 보낸 두 수의 합이 확인 응답으로 오고, 다른 값에는 `{"error": ...}`가 옵니다."""
    must_name(source, "add")
    client = connected(sockets, fresh)
    a, b, word = fresh.integer(2, 9999), fresh.integer(-9999, -2), fresh.word()
    must_sum(client, a, b)
    must_sum(client, fresh.half_number(), a)
    for wrong in (
        (),
        (None,),
        (word,),
        (f"{a}{b % 10}",),
        (a,),
        ([],),
        ([a],),
        ([a, b, a],),
        ([a, word],),
        ([str(a), str(b)],),
        ([None, a],),
        ([[a], [b]],),
        ({"a": a, "b": b},),
    ):
        answer = client.call("add", *wrong)
        if not isinstance(answer, dict) or "error" not in answer:
            raise client.mismatch(expected='add의 확인 응답: {"error": ...}', got=as_text(answer))
    must_sum(client, b, fresh.integer(2, 9999))


@check.task(5, reread="끊김")
def counts_connections(http, sockets, fresh, source):
    """`/online`을 열면 지금 연결된 수가 보입니다. 거절한 연결과 끊긴 연결은 세지 않습니다."""
    base = online(http, 0)  # the server may not have noticed yet that the clients of the tasks before are gone
    nickname = fresh.name()
    clients = []
    for name in (nickname, fresh.name(), nickname, fresh.word()):
        clients.append(connected(sockets, fresh, nickname=name))
        must_count(http, sockets, base + len(clients))
    nameless = sockets.attempt(None)
    if nameless.ending == "connects":  # that it should be refused is another task
        nameless.leave()
    must_count(http, sockets, base + 4)
    clients[1].leave()
    must_count(http, sockets, base + 3)
    clients[2].drop()
    must_count(http, sockets, base + 2)
    clients[0].leave()
    must_count(http, sockets, base + 1)
    clients[3].leave()
    must_count(http, sockets, 0)


@check.task(6, reread="폴링과 WebSocket")
def works_over_both_transports(sockets, fresh, source):
    """폴링(polling)으로 연결해도, WebSocket으로 연결해도 이벤트를 주고받습니다."""
    try:
        must_name(source, "my_event")
        reply_over(sockets, fresh, EITHER)
    except Mismatch as failure:
        raise Skip("과제 1의 연결과 과제 2의 `my_reply`가 되어야 확인할 수 있습니다.") from failure
    for transports in (POLLING, WEBSOCKET):
        client = reply_over(sockets, fresh, transports)
        if client.transport != transports[0]:
            raise client.mismatch(expected=f"{transports[0]} 연결", got=f"{client.transport} 연결")


def connected(sockets, fresh, *, nickname=None):
    """A client with a nickname. Where connecting does not work, task 1 tells so."""
    try:
        return sockets.connect({"nickname": nickname or fresh.name()})
    except Mismatch as failure:
        raise Skip("닉네임이 있는 연결이 되지 않아서 확인할 수 없습니다. 과제 1부터 해 보세요.") from failure


def reply_over(sockets, fresh, transports):
    """Connect over these transports, send a value and have it back."""
    client = sockets.connect({"nickname": fresh.name()}, transports=transports)
    value = [fresh.word(), fresh.integer(2, 9999)]
    client.emit("my_event", value)
    client.hears("my_reply", value)
    return client


def must_sum(client, a, b):
    """The acknowledgement is the bare sum; 7.0 is as right as 7."""
    answer = client.call("add", [a, b])
    if isinstance(answer, bool) or not isinstance(answer, (int, float)) or answer != a + b:
        raise client.mismatch(expected=f"add의 확인 응답: {a + b}", got=as_text(answer))


def online(http, wanted):
    """What /online says: `wanted` as soon as it says so, or what it still says when patience is at an end."""
    until = time.monotonic() + PATIENCE
    while True:
        reply = http.get("/online").has_status(200)
        answer = reply.is_json()
        if not isinstance(answer, dict) or type(answer.get("online")) is not int:
            raise Mismatch(expected=as_text({"online": wanted}), got=as_text(answer), reply=reply)
        if answer["online"] == wanted or time.monotonic() > until:
            return answer["online"]
        time.sleep(0.02)


def must_count(http, sockets, wanted):
    """/online says this number."""
    value = online(http, wanted)
    if not same(value, wanted):
        timeline = sockets.timeline.moments
        raise Mismatch(
            expected=f"online: {wanted}", got=f"online: {as_text(value)}", did="GET /online", timeline=timeline
        )


# Of several that match, the first is told: `registering`, which is about many tasks, comes after what is about one.
for subject in (loading, connections, sending, acknowledging, registering):
    check.know(subject.known)

if __name__ == "__main__":
    check.main()
