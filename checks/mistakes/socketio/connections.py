"""Lesson 13: mistakes in who may connect, over which transports, and in counting who is connected."""

from __future__ import annotations

from mistakes.socketio.evidence import emits_to, heard_by_another, is_data_error, is_flask_socketio, last_moment
from shared.checking import KnownMistakes
from shared.messages.socketio import ENDINGS, REFUSES
from shared.probes.handlers import handler

known = KnownMistakes()

CONNECTING, COUNTING, BOTH_TRANSPORTS = 1, 5, 6


@known(
    CONNECTING,
    id="connect-parameters",
    says="`connect` 처리 함수의 매개변수가 모자랍니다. 서버는 `sid`, `environ`, `auth`를 차례로 넣어 부릅니다. "
    "`def connect(sid, environ, auth):`라고 적어 주세요.",
)
def connect_takes_too_little(source):
    found = handler(source, "connect")
    return found is not None and len(found.parameters) < 3 and not found.takes_any and not is_flask_socketio(source)


@known(
    CONNECTING,
    id="auth-not-checked",
    says="닉네임을 꺼내다가 오류가 나서, 서버가 거절한다는 답도 보내지 못했습니다. `auth`는 `None`일 수도 있고 글이나 "
    '리스트일 수도 있습니다. `isinstance(auth, dict)`인지 먼저 보고 `auth.get("nickname")`으로 꺼내 주세요.',
)
def auth_taken_for_granted(failure, error):
    return failure.got == ENDINGS["unanswered"] and failure.expected == REFUSES and is_data_error(error)


@known(
    CONNECTING,
    id="refusal-returned",
    says="`ConnectionRefusedError`를 `return`하면 연결이 받아들여집니다. `return` 대신 `raise`를 써 주세요.",
)
def refusal_returned(source, failure):
    return failure.expected == REFUSES and source.has("app.py", r"\breturn\b.*ConnectionRefusedError")


@known(
    CONNECTING,
    id="disconnect-in-connect",
    says="`connect` 처리 함수 안에서 `sio.disconnect(sid)`를 불러도 연결이 거절되지 않습니다. "
    "`raise socketio.exceptions.ConnectionRefusedError(...)`나 `return False`로 거절해 주세요.",
)
def disconnects_in_connect(source, failure):
    found = handler(source, "connect")
    return failure.expected == REFUSES and found is not None and "disconnect" in found.calls


@known(
    CONNECTING,
    id="blank-nickname",
    says="빈칸만 있는 닉네임을 받아들였습니다. `nickname.strip()`이 비어 있는지도 보아 주세요.",
)
def blank_nickname_taken(failure):
    return failure.expected == REFUSES and '{"nickname": "  "}' in (failure.did or "")


@known(
    CONNECTING,
    id="W13",
    says="`welcome`이 다른 사람에게도 갔습니다. `to`가 없는 `sio.emit`은 연결된 모두에게 보냅니다. "
    '`sio.emit("welcome", ..., to=sid)`라고 적어 주세요.',
)
def everybody_is_welcomed(failure, source):
    return heard_by_another(failure, "welcome") and not emits_to(source, "connect")


@known(
    COUNTING,
    id="refused-counted",
    says="거절한 연결까지 세었습니다. 거절할지 먼저 정하고, 받아들일 때만 세어 주세요. 거절한 연결에는 `disconnect`가 "
    "오지 않아서 수가 줄지 않습니다.",
)
def refused_counted(failure):
    return last_moment(failure) in ("refused", "misses") and counts_more(failure)


@known(
    COUNTING,
    id="never-less",
    says="연결이 끊겼는데 수가 줄지 않았습니다. `disconnect` 처리 함수에서 `sid`를 빼 주세요.",
)
def leaving_not_counted(failure):
    return last_moment(failure) in ("leaves", "drops") and counts_more(failure)


@known(
    COUNTING,
    id="same-nickname",
    says="닉네임이 같은 두 사람을 하나로 세었습니다. 닉네임은 겹칠 수 있습니다. 닉네임이 아니라 `sid`로 세어 주세요.",
)
def counted_by_nickname(failure):
    asked = [moment.data for moment in failure.timeline if moment.kind == "asks"]
    return last_moment(failure) == "connects" and asked[-1] in asked[:-1]


@known(
    BOTH_TRANSPORTS,
    id="one-transport",
    says="한 가지 방법으로만 연결됩니다. `socketio.Server(...)`에서 `transports`를 지우면 두 방법을 모두 받습니다.",
)
def one_transport_only(source):
    return any(key.arg == "transports" for name, call in source.calls("app.py") for key in call.keywords)


def counts_more(failure):
    """Whether /online says a larger number than it should."""
    expected, got = (text.rpartition(" ")[2] for text in (failure.expected, failure.got))
    return expected.isdigit() and got.isdigit() and int(got) > int(expected)
