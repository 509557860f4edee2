"""13 이벤트"""

from __future__ import annotations

import ast
import re
import time

import home  # noqa: F401
from shared.checking import Check
from shared.messages.socketio import ENDINGS, HEARS_NOT, NO_ACK, REFUSES
from shared.probes import Mismatch, Skip
from shared.probes.client import same
from shared.probes.event_data import as_text
from shared.probes.handlers import handler, handlers, must_name
from shared.probes.socketio import EITHER, POLLING, WEBSOCKET
from shared.probes.source import dotted

check = Check(__file__)

EVENTS = {"welcome", "my_reply", "shout"}
DATA_ERRORS = {"TypeError", "AttributeError", "KeyError", "IndexError", "ValueError"}
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


@takes_in_nicknames.mistake(
    "W5",
    "`server`라는 이름은 없습니다. `sio = socketio.Server()`로 만들었으면 `socketio.WSGIApp(sio, app.wsgi_app)`처럼 "
    "같은 이름 `sio`를 넣어 주세요.",
)
def server_has_another_name(load_error, error):
    return error.type == "NameError" and "'server'" in error.text


@takes_in_nicknames.mistake(
    "W7",
    "`SimpleClient`에는 `on`과 `event`가 없습니다. 게다가 이 파일은 서버입니다. `sio = socketio.Server()`로 만들어 "
    "주세요. 처리 함수가 있는 클라이언트는 `socketio.Client()`입니다.",
)
def simple_client_with_handlers(load_error, error):
    return error.type == "AttributeError" and "'SimpleClient' object has no attribute" in error.text


@takes_in_nicknames.mistake(
    "W7",
    "`sio`가 서버가 아니라 클라이언트입니다. `app.py`는 서버이므로 `sio = socketio.Server()`로 만들어 주세요.",
)
def client_for_server(source):
    made = {name.rpartition(".")[2] for name, _ in source.calls("app.py")}
    return not made.isdisjoint({"Client", "SimpleClient"}) and "Server" not in made


@takes_in_nicknames.mistake(
    "W4",
    '설치할 때의 이름과 `import`할 때의 이름이 다릅니다. 설치는 `pip install "python-socketio[client]"`, 코드에서는 '
    "`import socketio`입니다.",
)
def package_name_imported(load_error, error):
    return error.type == "ModuleNotFoundError" and "'python_socketio'" in error.text


@takes_in_nicknames.mistake(
    "W4",
    '클라이언트에 필요한 `requests`가 없어서 연결하지 못했습니다. `pip install "python-socketio[client]"`로 설치해 '
    "주세요. 그리고 연결하는 코드는 `app.py`가 아니라 클라이언트 파일에 적어 주세요.",
)
def client_without_requests(load_error, error):
    return "requests package is not installed" in error.text


@takes_in_nicknames.mistake(
    "W6",
    "`app.py`가 서버를 켜기 전에 스스로 서버에 연결하려고 했습니다. 연결하는 코드는 다른 파일로 옮기고, 주소에는 "
    "`http://127.0.0.1:5000`처럼 포트까지 적어 주세요.",
)
def connects_to_itself(load_error, error):
    return error.type == "ConnectionError"


@takes_in_nicknames.mistake(
    "file-named-socketio",
    "내 파일의 이름이 `socketio.py`라서 `import socketio`가 패키지 대신 그 파일을 읽습니다. 파일 이름을 바꾸어 주세요.",
)
def own_file_hides_the_package(load_error, files):
    return files.exists("socketio.py")


@takes_in_nicknames.mistake(
    "async-mode",
    '이 워크북에는 `eventlet`과 `gevent`가 없습니다. `socketio.Server(async_mode="threading")`이라고 적어 주세요.',
)
def async_mode_not_there(load_error, error):
    return error.type == "ValueError" and "Invalid async_mode" in error.text


@takes_in_nicknames.mistake(
    "connect-parameters",
    "`connect` 처리 함수의 매개변수가 모자랍니다. 서버는 `sid`, `environ`, `auth`를 차례로 넣어 부릅니다. "
    "`def connect(sid, environ, auth):`라고 적어 주세요.",
)
def connect_takes_too_little(source):
    found = handler(source, "connect")
    return found is not None and len(found.parameters) < 3 and not found.takes_any and not is_flask_socketio(source)


@takes_in_nicknames.mistake(
    "auth-not-checked",
    "닉네임을 꺼내다가 오류가 나서, 서버가 거절한다는 답도 보내지 못했습니다. `auth`는 `None`일 수도 있고 글이나 "
    '리스트일 수도 있습니다. `isinstance(auth, dict)`인지 먼저 보고 `auth.get("nickname")`으로 꺼내 주세요.',
)
def auth_taken_for_granted(failure, error):
    return failure.got == ENDINGS["unanswered"] and failure.expected == REFUSES and is_data_error(error)


@takes_in_nicknames.mistake(
    "refusal-returned",
    "`ConnectionRefusedError`를 `return`하면 연결이 받아들여집니다. `return` 대신 `raise`를 써 주세요.",
)
def refusal_returned(source, failure):
    return failure.expected == REFUSES and source.has("app.py", r"\breturn\b.*ConnectionRefusedError")


@takes_in_nicknames.mistake(
    "disconnect-in-connect",
    "`connect` 처리 함수 안에서 `sio.disconnect(sid)`를 불러도 연결이 거절되지 않습니다. "
    "`raise socketio.exceptions.ConnectionRefusedError(...)`나 `return False`로 거절해 주세요.",
)
def disconnects_in_connect(source, failure):
    found = handler(source, "connect")
    return failure.expected == REFUSES and found is not None and "disconnect" in found.calls


@takes_in_nicknames.mistake(
    "blank-nickname",
    "빈칸만 있는 닉네임을 받아들였습니다. `nickname.strip()`이 비어 있는지도 보아 주세요.",
)
def blank_nickname_taken(failure):
    return failure.expected == REFUSES and '{"nickname": "  "}' in (failure.did or "")


@takes_in_nicknames.mistake(
    "W13",
    "`welcome`이 다른 사람에게도 갔습니다. `to`가 없는 `sio.emit`은 연결된 모두에게 보냅니다. "
    '`sio.emit("welcome", ..., to=sid)`라고 적어 주세요.',
)
def everybody_is_welcomed(failure, source):
    return heard_by_another(failure, "welcome") and not emits_to(source, "connect")


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


@replies_to_the_sender.mistake(
    "W13",
    "`my_reply`가 다른 사람에게도 갔습니다. `to`가 없는 `sio.emit`은 연결된 모두에게 보냅니다. "
    '`sio.emit("my_reply", data, to=sid)`라고 적어 주세요.',
)
def reply_to_everybody(failure, source):
    return heard_by_another(failure, "my_reply") and not emits_to(source, "my_event")


@replies_to_the_sender.mistake(
    "return-for-emit",
    "처리 함수가 값을 `return`했습니다. 그 값은 확인 응답(acknowledgement)으로만 가고, `my_reply` 이벤트가 되지 "
    '않습니다. `sio.emit("my_reply", data, to=sid)`로 보내 주세요.',
)
def reply_returned(failure, source):
    found = handler(source, "my_event")
    missed = last_moment(failure) == "misses"
    return missed and found is not None and found.returns_value and not found.calls & {"emit", "send"}


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


@shouts_to_everybody.mistake(
    "sender-left-out",
    "`shout`가 보낸 사람에게는 오지 않았습니다. 이 과제에서는 보낸 사람도 받습니다. `skip_sid`를 지워 주세요.",
)
def sender_left_out(failure):
    return last_moment(failure) == "misses" and failure.expected.startswith("가 ") and hearers(failure) == {"나", "다"}


@shouts_to_everybody.mistake(
    "W13",
    "`shout`가 보낸 사람에게만 갔습니다. `to`는 받을 사람을 고릅니다. 모두에게 보낼 때는 `to`를 적지 않습니다.",
)
def only_the_sender_hears(failure):
    return last_moment(failure) == "misses" and hearers(failure) == {"가"}


@shouts_to_everybody.mistake(
    "shout-shape",
    '`shout`로 글만 왔습니다. `{"nickname": ..., "text": ...}` 모양의 객체로 보내 주세요.',
)
def shout_is_plain_text(failure):
    return any(m.kind == "hears" and m.event == "shout" and m.data.startswith('"') for m in failure.timeline)


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


@adds_two_numbers.mistake(
    "no-return",
    "확인 응답에 값이 없습니다. 처리 함수가 `return`한 값이 확인 응답이 됩니다. `print`나 `sio.emit`이 아니라 "
    "`return`을 써 주세요.",
)
def sum_not_returned(failure):
    return failure.got == "null"


@adds_two_numbers.mistake(
    "sum-as-text",
    "합이 글(문자열)로 왔습니다. `str()`이나 f-문자열로 바꾸지 말고 수를 그대로 `return`해 주세요.",
)
def sum_is_text(failure):
    return expects_sum(failure) and failure.got == f'"{failure.expected.rpartition(" ")[2]}"'


@adds_two_numbers.mistake(
    "sum-wrapped",
    "합이 객체나 리스트 안에 들어 있습니다. 수 하나만 그대로 `return`해 주세요.",
)
def sum_is_wrapped(failure):
    return expects_sum(failure) and failure.got[:1] in "{[" and failure.expected.rpartition(" ")[2] in failure.got


@adds_two_numbers.mistake(
    "W10",
    "데이터 없이 보낸 이벤트에 답하지 못했습니다. `def add(sid, data=None):`처럼 기본값을 적고, 값을 살펴본 뒤에 더해 "
    "주세요.",
)
def data_is_missing(failure, error):
    return NO_ACK in failure.got and error.type == "TypeError" and "missing 1 required positional" in error.text


@adds_two_numbers.mistake(
    "not-checked",
    "받은 값을 더하다가 오류가 나서 확인 응답이 가지 않았습니다. 리스트인지, 두 개인지, 둘 다 수인지 먼저 살펴보고, "
    '아니면 `{"error": ...}`를 `return`해 주세요.',
)
def data_taken_for_granted(failure, error):
    return NO_ACK in failure.got and is_data_error(error) and "positional argument" not in error.text


@adds_two_numbers.mistake(
    "texts-added",
    "수가 아니라 글 두 개를 이어 붙였습니다. 두 값이 `int`나 `float`인지 `isinstance`로 살펴보아 주세요.",
)
def texts_joined(failure):
    return "error" in failure.expected and re.fullmatch(r'"-?\d+-?\d+"', failure.got) is not None


@adds_two_numbers.mistake(
    "status-in-ack",
    '확인 응답에 상태 코드까지 왔습니다. 상태 코드는 HTTP에만 있습니다. `return {"error": ...}`라고만 적어 주세요.',
)
def status_code_in_ack(failure):
    return "error" in failure.expected and failure.got.startswith("[{") and failure.got.endswith((", 400]", ", 422]"))


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


@counts_connections.mistake(
    "refused-counted",
    "거절한 연결까지 세었습니다. 거절할지 먼저 정하고, 받아들일 때만 세어 주세요. 거절한 연결에는 `disconnect`가 오지 "
    "않아서 수가 줄지 않습니다.",
)
def refused_counted(failure):
    return last_moment(failure) in ("refused", "misses") and counts_more(failure)


@counts_connections.mistake(
    "never-less",
    "연결이 끊겼는데 수가 줄지 않았습니다. `disconnect` 처리 함수에서 `sid`를 빼 주세요.",
)
def leaving_not_counted(failure):
    return last_moment(failure) in ("leaves", "drops") and counts_more(failure)


@counts_connections.mistake(
    "same-nickname",
    "닉네임이 같은 두 사람을 하나로 세었습니다. 닉네임은 겹칠 수 있습니다. 닉네임이 아니라 `sid`로 세어 주세요.",
)
def counted_by_nickname(failure):
    asked = [moment.data for moment in failure.timeline if moment.kind == "asks"]
    return last_moment(failure) == "connects" and asked[-1] in asked[:-1]


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


@works_over_both_transports.mistake(
    "one-transport",
    "한 가지 방법으로만 연결됩니다. `socketio.Server(...)`에서 `transports`를 지우면 두 방법을 모두 받습니다.",
)
def one_transport_only(source):
    return any(key.arg == "transports" for name, call in source.calls("app.py") for key in call.keywords)


# Below: mistakes that may be made in several tasks. The first that matches is told, so those above come before these.

WITH_DATA = ((replies_to_the_sender, "my_event"), (shouts_to_everybody, "shout"), (adds_two_numbers, "add"))


def mistakes_with(task, event):
    """Add the mistakes in how the handler of `event` is registered and what it takes."""

    @task.mistake(
        "no-sid",
        "처리 함수에 `sid`가 없습니다. 서버의 처리 함수는 맨 앞에서 보낸 사람의 `sid`를 받습니다. "
        "`(sid, data)`처럼 `sid`를 먼저 적어 주세요.",
    )
    def sid_is_missing(source):
        return takes_one_too_few(source, event) and "sid" not in handler(source, event).parameters[:1]

    @task.mistake(
        "no-data",
        "처리 함수에 데이터를 받을 매개변수가 없습니다. `(sid, data)`처럼 `sid` 다음에 적어 주세요.",
    )
    def data_parameter_is_missing(source):
        return takes_one_too_few(source, event)

    @task.mistake(
        "W8",
        "한 이벤트에 처리 함수가 둘입니다. 나중 것만 남고 앞의 것은 불리지 않습니다. 하나로 합쳐 주세요.",
    )
    def two_handlers_for_one_event(source):
        return sum(one.event == event for one in handlers(source)) > 1


for task, event in WITH_DATA:
    mistakes_with(task, event)

for task in (takes_in_nicknames, *(task for task, _ in WITH_DATA)):

    @task.mistake(
        "decorator-not-called",
        '`@sio.on`만 적은 줄이 있습니다. `@sio.on("이벤트 이름")`처럼 괄호와 이름을 적거나, `@sio.event`를 써 주세요.',
    )
    def on_without_call(source):
        return source.has("app.py", r"^\s*@\w+\.on\s*(#.*)?$")

    @task.mistake(
        "event-name",
        "서버가 다른 이름의 이벤트를 보냈습니다. '주고받은 순서'에서 이벤트의 이름을 한 글자씩 비교해 주세요.",
    )
    def event_has_another_name(failure):
        names = {moment.event for moment in failure.timeline if moment.kind == "hears"}
        return last_moment(failure) == "misses" and not names <= EVENTS


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


def counts_more(failure):
    """Whether /online says a larger number than it should."""
    expected, got = (text.rpartition(" ")[2] for text in (failure.expected, failure.got))
    return expected.isdigit() and got.isdigit() and int(got) > int(expected)


def expects_sum(failure):
    """Whether the step has failed at two numbers that can be added."""
    return failure.expected.startswith("add의 확인 응답: ") and "error" not in failure.expected


def last_moment(failure):
    """What kind of thing has happened last between the clients and the server."""
    return failure.timeline[-1].kind if failure.timeline else ""


def hearers(failure):
    """Who has heard a shout."""
    return {moment.who for moment in failure.timeline if moment.kind == "hears" and moment.event == "shout"}


def heard_by_another(failure, event):
    """Whether a client has heard this event that should not have."""
    return failure.expected in {HEARS_NOT.format(who=who, event=event) for who in "가나다라마바사아자차"}


def emits_to(source, event):
    """Whether the handler of an event says `to=` or `room=` somewhere, or cannot be read."""
    found = handler(source, event)
    calls = [node for node in ast.walk(found.tree) if isinstance(node, ast.Call)] if found else []
    emits = [call for call in calls if dotted(call.func).endswith("emit")]
    return not emits or any(key.arg in ("to", "room", None) for call in emits for key in call.keywords)


def takes_one_too_few(source, event):
    """Whether the handler takes one value where `sid` and data are handed in."""
    found = handler(source, event)
    return found is not None and len(found.parameters) < 2 and not found.takes_any and not is_flask_socketio(source)


def is_flask_socketio(source):
    """Whether the app uses Flask-SocketIO, where handlers take no `sid`."""
    return source.has("app.py", r"\bflask_socketio\b")


def is_data_error(error):
    """Whether a handler has met data of another shape than it thought."""
    return error.type in DATA_ERRORS


if __name__ == "__main__":
    check.main()
